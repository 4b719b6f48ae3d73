"""libertytimes.com.tw: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site

SITE = Site(
    name="libertytimes_tw",
    hosts=("libertytimes.com.tw",),
    outlets=("libertytimes.com.tw",),
    layouts=(
        Layout(name="archive", marker=".body", body=".body", judged=True),
        Layout(name="archive-2", marker="#newsContent", body="#newsContent", judged=True),
    ),
    packs=(CHINESE,),
)
