"""Washington Free Beacon."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="free_beacon",
    hosts=("freebeacon.com",),
    outlets=(
        "Washington Free Beacon",
        "Free Beacon",
    ),
    layouts=(Layout(name="2020", marker=".article-content", body=".article-excerpt, .article-content"),),
    rules=(
        drop("metadata", name="tags", css=".tag-list", text="Published under:.{0,300}"),
        drop("newsletter", css=".newsletter-signup, .inline-newsletter"),
        drop("related", css=".related-posts, .read-next"),
    ),
    lines=("Published under:.{0,300}",),
    packs=(ENGLISH,),
)
