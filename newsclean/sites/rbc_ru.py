"""rbc.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="rbc_ru",
    hosts=("rbc.ru",),
    outlets=("rbc.ru",),
    layouts=(Layout(name="archive", marker=".box", body=".box", judged=True),),
    rules=(
        drop("related", css=".publinks"),
        drop("metadata", css=".tags, .pubdate"),
        drop("caption", css="#imgBlock"),
    ),
    packs=(RUSSIAN,),
)
