"""chinatimes.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="chinatimes",
    hosts=("chinatimes.com",),
    outlets=("chinatimes.com",),
    layouts=(Layout(name="archive", marker="#ctkeywordcontent", body="#ctkeywordcontent", judged=True),),
    packs=(CHINESE,),
)
