"""northnews.cn: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="northnews_cn",
    hosts=("northnews.cn",),
    outlets=("northnews.cn",),
    layouts=(Layout(name="archive", marker=".txt-content", body=".txt-content", judged=True),),
    packs=(CHINESE,),
)
