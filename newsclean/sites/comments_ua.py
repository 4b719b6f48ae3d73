"""comments.ua: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site

SITE = Site(
    name="comments_ua",
    hosts=("comments.ua",),
    outlets=("comments.ua",),
    layouts=(Layout(name="archive", marker="#hypercontext", body="#hypercontext", judged=True),),
    packs=(RUSSIAN,),
)
