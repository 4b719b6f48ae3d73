"""podrobnosti.ua: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="podrobnosti_ua",
    hosts=("podrobnosti.ua",),
    outlets=("podrobnosti.ua",),
    layouts=(Layout(name="archive", marker=".b-news-text", body=".b-news-text", judged=True),),
    packs=(RUSSIAN,),
)
