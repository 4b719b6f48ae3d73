"""MacRumors."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="macrumors",
    hosts=("macrumors.com",),
    outlets=("MacRumors",),
    layouts=(
        Layout(
            name="2020",
            marker="[class*='js-content'], article .content--2u3grYDr",
            body="[class*='js-content']",
            judged=True,
        ),
        Layout(name="blog", marker=".article > .content", body=".article > .content"),
    ),
    rules=(
        drop(
            "related",
            css=".linkback, .related",
            text=r"Related (?:Roundups?|Forums?|Stories|Articles?)(?:: .{3,200})?|Tags?: .{3,200}|Buyer[’\']s Guide: .{3,160}",
        ),
        drop("comments", css=".footer, .comments"),
        drop("byline", css=".byline"),
        drop("caption", css="center"),
    ),
    lines=(
        "Related (?:Roundups?|Forums?): .{3,200}",
        r"\[ ?\d+ comments? ?\]",
        r"Buyer[’\']s Guide: .{3,160}",
    ),
    packs=(ENGLISH,),
)
