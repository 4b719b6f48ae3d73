"""ria.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="ria_ru",
    hosts=("ria.ru",),
    outlets=("ria.ru",),
    layouts=(Layout(name="archive", marker=".article_full_text", body=".article_full_text", judged=True),),
    packs=(RUSSIAN,),
)
