"""wspolczesna.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="wspolczesna_pl",
    hosts=("wspolczesna.pl",),
    outlets=("wspolczesna.pl",),
    layouts=(Layout(name="archive", marker="#article", body="#article", judged=True),),
    rules=(drop("caption", css=".articlePicture"),),
    packs=(POLISH,),
)
