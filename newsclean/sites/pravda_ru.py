"""pravda.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="pravda_ru",
    hosts=("pravda.ru",),
    outlets=("pravda.ru",),
    layouts=(Layout(name="archive", marker="#article", body="#article", judged=True),),
    rules=(drop("byline", css=".author"),),
    packs=(RUSSIAN,),
)
