"""uho.com.tw: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="uho_tw",
    hosts=("uho.com.tw",),
    outlets=("uho.com.tw",),
    layouts=(Layout(name="archive", marker="#ysm", body="#ysm", judged=True),),
    packs=(CHINESE,),
)
