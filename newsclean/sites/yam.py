"""yam.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="yam",
    hosts=("yam.com",),
    outlets=("yam.com",),
    layouts=(Layout(name="archive", marker="#content", body="#content", judged=True),),
    packs=(CHINESE,),
)
