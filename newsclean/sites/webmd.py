"""WebMD."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="webmd",
    hosts=("webmd.com",),
    outlets=("WebMD",),
    layouts=(
        Layout(name="2012", marker="#textArea", body="#textArea", judged=True),
        Layout(name="2020", marker=".article__body", body=".article__body"),
    ),
    rules=(
        drop("byline", css=".author_fmt, .reviewedBy_fmt, .byline", text="(?:Medically )?Reviewed by .{5,120}"),
        drop(
            "related",
            css=".slideshow_links_rdr, .related_links, .module-recirculation",
            text="Continue Reading Below|Top Picks|Recommended",
        ),
        drop("newsletter", css=".newsletter-signup"),
    ),
    lines=(
        "(?:Medically )?Reviewed by .{5,120}",
        "Top Picks",
        "SOURCES?:|Show Sources",
        r"© \d{4} WebMD, LLC\. All rights reserved\.?",
    ),
    packs=(ENGLISH,),
)
