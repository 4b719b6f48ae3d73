"""nextmedia.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="nextmedia",
    hosts=("nextmedia.com",),
    outlets=("nextmedia.com",),
    layouts=(Layout(name="archive", marker=".article_paragraph_box", body=".article_paragraph_box", judged=True),),
    rules=(drop("headline", css=".article_title"),),
    packs=(CHINESE,),
)
