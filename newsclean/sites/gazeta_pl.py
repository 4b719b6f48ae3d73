"""gazeta.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="gazeta_pl",
    hosts=("gazeta.pl",),
    outlets=("gazeta.pl",),
    layouts=(Layout(name="archive", marker=".content_row", body=".content_row", judged=True),),
    rules=(drop("share", css="#article_toolbar, #gazeta_article_share, #gazeta_article_tools, #articleToolbar"),),
    packs=(POLISH,),
)
