"""caijing.com.cn: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="caijing_cn",
    hosts=("caijing.com.cn",),
    outlets=("caijing.com.cn",),
    layouts=(Layout(name="archive", marker="#article", body="#article", judged=True),),
    rules=(
        drop("headline", css="#cont_title"),
        drop("metadata", css=".ar_source_rt"),
    ),
    packs=(CHINESE,),
)
