"""goodcontents.net: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="goodcontents_net",
    hosts=("goodcontents.net",),
    outlets=("goodcontents.net",),
    layouts=(Layout(name="archive", marker=".node", body=".node", judged=True),),
    packs=(CHINESE,),
)
