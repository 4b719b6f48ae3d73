"""ifeng.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="ifeng",
    hosts=("ifeng.com",),
    outlets=("ifeng.com",),
    layouts=(Layout(name="archive", marker="#artical_real", body="#artical_real", judged=True),),
    packs=(CHINESE,),
)
