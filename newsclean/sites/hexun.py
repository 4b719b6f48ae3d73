"""hexun.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="hexun",
    hosts=("hexun.com",),
    outlets=("hexun.com",),
    layouts=(Layout(name="archive", marker="#artibody", body="#artibody", judged=True),),
    packs=(CHINESE,),
)
