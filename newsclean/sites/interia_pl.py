"""interia.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site

SITE = Site(
    name="interia_pl",
    hosts=("interia.pl",),
    outlets=("interia.pl",),
    layouts=(Layout(name="archive", marker=".textContent", body=".textContent", judged=True),),
    packs=(POLISH,),
)
