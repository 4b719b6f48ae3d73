"""sina.com.hk: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="sina_hk",
    hosts=("sina.com.hk",),
    outlets=("sina.com.hk",),
    layouts=(Layout(name="archive", marker="#news_text", body="#news_text", judged=True),),
    packs=(CHINESE,),
)
