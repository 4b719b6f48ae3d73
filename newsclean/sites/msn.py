"""MSN."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="msn",
    hosts=("msn.com",),
    outlets=(
        "MSN",
        "Microsoft News",
    ),
    layouts=(Layout(name="2016", marker=".articlebody", body=".articlebody"),),
    rules=(
        drop("caption", css=".photo-caption, .caption, .attribution"),
        drop(
            "related",
            css=".partnerlogo, .readmore, .inline-slideshow",
            text=r"(?:Related slideshow|Gallery|Slideshow by photo services|Watch|Video|Read more|Stay alert|Download the all-new Microsoft News app)\b:? ?.{5,240}",
        ),
    ),
    packs=(ENGLISH,),
)
