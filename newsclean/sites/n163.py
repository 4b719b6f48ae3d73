"""163.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="n163",
    hosts=("163.com",),
    outlets=("163.com",),
    layouts=(Layout(name="archive", marker=".bg_endPage_blue", body=".bg_endPage_blue", judged=True),),
    rules=(drop("headline", css=".titleBar1"),),
    packs=(CHINESE,),
)
