"""newsru.com: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site

SITE = Site(
    name="newsru",
    hosts=("newsru.com",),
    outlets=("newsru.com",),
    layouts=(Layout(name="archive", marker=".maintext", body=".maintext", judged=True),),
    packs=(ENGLISH,),
)
