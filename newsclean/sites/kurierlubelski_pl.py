"""kurierlubelski.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="kurierlubelski_pl",
    hosts=("kurierlubelski.pl",),
    outlets=("kurierlubelski.pl",),
    layouts=(Layout(name="archive", marker="#material", body="#material", judged=True),),
    rules=(drop("caption", css=".podpisZdjecia"),),
    packs=(POLISH,),
)
