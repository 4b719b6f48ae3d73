"""regnum.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="regnum_ru",
    hosts=("regnum.ru",),
    outlets=("regnum.ru",),
    layouts=(Layout(name="archive", marker=".newsbody", body=".newsbody", judged=True),),
    packs=(RUSSIAN,),
)
