"""udn.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="udn",
    hosts=("udn.com",),
    outlets=("udn.com",),
    layouts=(Layout(name="archive", marker="#story", body="#story", judged=True),),
    rules=(drop("caption", css=".photo_explanation"),),
    packs=(CHINESE,),
)
