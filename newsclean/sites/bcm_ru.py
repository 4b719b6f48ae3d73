"""bcm.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="bcm_ru",
    hosts=("bcm.ru",),
    outlets=("bcm.ru",),
    layouts=(Layout(name="archive", marker="#doc_body", body="#doc_body", judged=True),),
    packs=(RUSSIAN,),
)
