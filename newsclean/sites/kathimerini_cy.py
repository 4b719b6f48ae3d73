"""kathimerini.com.cy: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.greek import GREEK
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="kathimerini_cy",
    hosts=("kathimerini.com.cy",),
    outlets=("kathimerini.com.cy",),
    layouts=(Layout(name="archive", marker=".ArticlesPage", body=".ArticlesPage", judged=True),),
    rules=(
        drop("headline", css=".subtitle"),
        drop("metadata", css=".date"),
        drop("byline", css=".author_name"),
    ),
    packs=(GREEK,),
)
