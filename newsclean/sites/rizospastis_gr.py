"""rizospastis.gr: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.greek import GREEK
from newsclean.plugin import Layout, Site

SITE = Site(
    name="rizospastis_gr",
    hosts=("rizospastis.gr",),
    outlets=("rizospastis.gr",),
    layouts=(Layout(name="archive", marker="#wide_4_5_section", body="#wide_4_5_section", judged=True),),
    packs=(GREEK,),
)
