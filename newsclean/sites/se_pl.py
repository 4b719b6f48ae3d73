"""se.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="se_pl",
    hosts=("se.pl",),
    outlets=("se.pl",),
    layouts=(
        Layout(name="archive", marker=".article", body=".article", judged=True),
        Layout(name="archive-2", marker="#art", body="#art", judged=True),
    ),
    rules=(
        drop("metadata", css=".pianoInfo, .tagiNews, .tags"),
        drop("share", css=".tools"),
    ),
    packs=(POLISH,),
)
