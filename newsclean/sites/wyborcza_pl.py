"""wyborcza.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site

SITE = Site(
    name="wyborcza_pl",
    hosts=("wyborcza.pl",),
    outlets=("wyborcza.pl",),
    layouts=(Layout(name="archive", marker="#art", body="#art", judged=True),),
    packs=(POLISH,),
)
