"""cnyes.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="cnyes",
    hosts=("cnyes.com",),
    outlets=("cnyes.com",),
    layouts=(Layout(name="archive", marker="#newsText", body="#newsText", judged=True),),
    packs=(CHINESE,),
)
