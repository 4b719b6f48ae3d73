"""onet.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site

SITE = Site(
    name="onet_pl",
    hosts=("onet.pl",),
    outlets=("onet.pl",),
    layouts=(
        Layout(name="archive", marker="#contentBody", body="#contentBody", judged=True),
        Layout(name="archive-2", marker=".k_text", body=".k_text", judged=True),
    ),
    packs=(POLISH,),
)
