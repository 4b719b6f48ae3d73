"""argumenti.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="argumenti_ru",
    hosts=("argumenti.ru",),
    outlets=("argumenti.ru",),
    layouts=(Layout(name="archive", marker=".publtxt", body=".publtxt", judged=True),),
    packs=(RUSSIAN,),
)
