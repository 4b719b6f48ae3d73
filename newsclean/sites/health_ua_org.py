"""health-ua.org: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="health_ua_org",
    hosts=("health-ua.org",),
    outlets=("health-ua.org",),
    layouts=(Layout(name="archive", marker=".full-story", body=".full-story", judged=True),),
    rules=(drop("metadata", css=".tags"),),
    packs=(ENGLISH,),
)
