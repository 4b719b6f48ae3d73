"""theage.com.au: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site

SITE = Site(
    name="theage_au",
    hosts=("theage.com.au",),
    outlets=("theage.com.au",),
    layouts=(Layout(name="archive", marker=".span-11", body=".span-11", judged=True),),
    packs=(ENGLISH,),
)
