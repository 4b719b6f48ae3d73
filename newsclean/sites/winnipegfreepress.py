"""winnipegfreepress.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="winnipegfreepress",
    hosts=("winnipegfreepress.com",),
    outlets=("winnipegfreepress.com",),
    layouts=(Layout(name="archive", marker=".article", body=".article", judged=True),),
    rules=(drop("caption", css=".article_img"),),
    packs=(ENGLISH,),
)
