"""imerisia.gr: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.greek import GREEK
from newsclean.plugin import Layout, Site

SITE = Site(
    name="imerisia_gr",
    hosts=("imerisia.gr",),
    outlets=("imerisia.gr",),
    layouts=(Layout(name="archive", marker="#arttext", body="#arttext", judged=True),),
    packs=(GREEK,),
)
