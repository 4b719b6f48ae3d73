"""wprost.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="wprost_pl",
    hosts=("wprost.pl",),
    outlets=("wprost.pl",),
    layouts=(Layout(name="archive", marker="#left-column", body="#left-column", judged=True),),
    rules=(
        drop("comments", css=".comments-container, #lista-komentarzy"),
        drop("share", css="#lista-komentarzy-toolbar"),
    ),
    packs=(POLISH,),
)
