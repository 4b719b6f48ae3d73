"""sina.com.tw: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="sina_tw",
    hosts=("sina.com.tw",),
    outlets=("sina.com.tw",),
    layouts=(Layout(name="archive", marker="#articles", body="#articles", judged=True),),
    packs=(CHINESE,),
)
