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
            text="(?:Related slideshow|Gallery|Watch|Video|Read more|Slideshow): .{5,240}|Slideshow by photo services|(?:Stay alert|Download the all-new Microsoft News app).{5,240}",
        ),
    ),
    packs=(ENGLISH,),
)
