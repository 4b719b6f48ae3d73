"""huanqiu.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="huanqiu",
    hosts=("huanqiu.com",),
    outlets=("huanqiu.com",),
    layouts=(Layout(name="archive", marker="#text", body="#text", judged=True),),
    packs=(CHINESE,),
)
