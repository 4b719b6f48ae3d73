"""iatronet.gr: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.greek import GREEK
from newsclean.plugin import Layout, Site

SITE = Site(
    name="iatronet_gr",
    hosts=("iatronet.gr",),
    outlets=("iatronet.gr",),
    layouts=(Layout(name="archive", marker="#midcol", body="#midcol", judged=True),),
    packs=(GREEK,),
)
