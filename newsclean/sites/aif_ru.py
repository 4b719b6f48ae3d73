"""aif.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="aif_ru",
    hosts=("aif.ru",),
    outlets=("aif.ru",),
    layouts=(
        Layout(name="archive", marker="#article-text", body="#article-text", judged=True),
        Layout(name="archive-2", marker=".content-header", body=".content-header", judged=True),
    ),
    packs=(RUSSIAN,),
)
