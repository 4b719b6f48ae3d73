"""chinanews.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="chinanews",
    hosts=("chinanews.com",),
    outlets=("chinanews.com",),
    layouts=(Layout(name="archive", marker=".left_zw", body=".left_zw", judged=True),),
    packs=(CHINESE,),
)
