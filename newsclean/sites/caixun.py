"""caixun.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="caixun",
    hosts=("caixun.com",),
    outlets=("caixun.com",),
    layouts=(Layout(name="archive", marker="#Zoom", body="#Zoom", judged=True),),
    packs=(CHINESE,),
)
