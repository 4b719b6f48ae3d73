"""rynekzdrowia.pl: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="rynekzdrowia_pl",
    hosts=("rynekzdrowia.pl",),
    outlets=("rynekzdrowia.pl",),
    layouts=(Layout(name="archive", marker=".txt", body=".txt", judged=True),),
    rules=(
        drop("related", css="#recommend"),
        drop("comments", css=".comment-list"),
    ),
    packs=(POLISH,),
)
