"""xinhuanet.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="xinhuanet",
    hosts=("xinhuanet.com",),
    outlets=("xinhuanet.com",),
    layouts=(
        Layout(name="archive", marker="#Content", body="#Content", judged=True),
        Layout(name="archive-2", marker="#N_left", body="#N_left", judged=True),
    ),
    packs=(CHINESE,),
)
