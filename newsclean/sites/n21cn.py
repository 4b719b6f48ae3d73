"""21cn.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="n21cn",
    hosts=("21cn.com",),
    outlets=("21cn.com",),
    layouts=(Layout(name="archive", marker="#article_content", body="#article_content", judged=True),),
    packs=(CHINESE,),
)
