"""wp.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site

SITE = Site(
    name="wp_pl",
    hosts=("wp.pl",),
    outlets=("wp.pl",),
    layouts=(Layout(name="archive", marker="#intertext1", body="#intertext1", judged=True),),
    packs=(POLISH,),
)
