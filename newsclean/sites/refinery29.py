"""Refinery29. Each paragraph is a section of its own."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="refinery29",
    hosts=("refinery29.com",),
    outlets=("Refinery29",),
    layouts=(Layout(name="2016", marker=".section-text", body=".section-text"),),
    rules=(drop("advert", css=".section-ad"),),
    packs=(ENGLISH,),
)
