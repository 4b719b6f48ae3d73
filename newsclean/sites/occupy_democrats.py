"""Occupy Democrats."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="occupy_democrats",
    hosts=("occupydemocrats.com",),
    outlets=("Occupy Democrats",),
    layouts=(Layout(name="wp", marker=".post-content", body=".post-content"),),
    rules=(
        drop("author_bio", css=".nnr-ab-wrap, .author-box"),
        drop("share", css=".sharedaddy, .social-share"),
        drop("subscribe", text="(?:Follow us|Like us|Follow .{3,40}) on (?:Facebook|Twitter|Instagram).{0,120}"),
    ),
    packs=(ENGLISH,),
)
