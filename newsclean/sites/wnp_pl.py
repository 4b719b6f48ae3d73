"""wnp.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="wnp_pl",
    hosts=("wnp.pl",),
    outlets=("wnp.pl",),
    layouts=(Layout(name="archive", marker="#contentText", body="#contentText", judged=True),),
    rules=(drop("navigation", css=".articleMenu"),),
    packs=(POLISH,),
)
