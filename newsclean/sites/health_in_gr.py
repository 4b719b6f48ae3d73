"""health.in.gr: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.greek import GREEK
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="health_in_gr",
    hosts=("health.in.gr",),
    outlets=("health.in.gr",),
    layouts=(Layout(name="archive", marker="#in-agritourism-main", body="#in-agritourism-main", judged=True),),
    rules=(
        drop("share", css=".tools-main, .article-tools-hor"),
        drop("related", css=".article-more-link"),
    ),
    packs=(GREEK,),
)
