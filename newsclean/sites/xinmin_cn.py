"""xinmin.cn: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="xinmin_cn",
    hosts=("xinmin.cn",),
    outlets=("xinmin.cn",),
    layouts=(Layout(name="archive", marker=".contentShow", body=".contentShow", judged=True),),
    packs=(CHINESE,),
)
