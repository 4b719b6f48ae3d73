"""ctv.ca: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="ctv_ca",
    hosts=("ctv.ca",),
    outlets=("ctv.ca",),
    layouts=(
        Layout(name="archive", marker=".middleBodyRoundAM", body=".middleBodyRoundAM", judged=True),
        Layout(name="archive-2", marker=".mainBody", body=".mainBody", judged=True),
    ),
    rules=(drop("related", css=".fullsizeLink"),),
    packs=(ENGLISH,),
)
