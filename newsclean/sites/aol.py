"""aol.co.uk: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="aol",
    hosts=("aol.co.uk",),
    outlets=("aol.co.uk",),
    layouts=(Layout(name="archive", marker=".post-content", body=".post-content", judged=True),),
    rules=(drop("caption", css=".photo-block"),),
    packs=(ENGLISH,),
)
