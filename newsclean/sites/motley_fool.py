"""The Motley Fool."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="motley_fool",
    hosts=(
        "fool.com",
        "fool.co.uk",
        "fool.com.au",
    ),
    outlets=(
        "The Motley Fool",
        "Motley Fool",
    ),
    layouts=(
        Layout(
            name="2020",
            marker=".article-body, .tailwind-article-body",
            body=".article-body, .tailwind-article-body",
            judged=True,
        ),
        Layout(
            name="2013", marker=".entry-content, .article-content", body=".entry-content, .article-content", judged=True
        ),
    ),
    rules=(
        drop(
            "advert",
            name="pitch",
            css="#pitch, .article-pitch-container, .endOfArticle",
            text=r"Should you invest \$[\d,]+ in .{5,120}\?|(?:Before you buy stock in|The Motley Fool Stock Advisor analyst team|\*?Stock Advisor returns as of).{10,400}",
        ),
        drop(
            "disclosure",
            css=".footer, .article-disclosure",
            text=".{0,200}(?:has no position in any of the stocks mentioned|The Motley Fool (?:has a disclosure policy|recommends|owns shares|has positions)).{0,400}",
        ),
        drop("metadata", css=".articleMeta, #recModule"),
        drop("caption", css=".caption, .image", text="Image source: .{3,60}"),
    ),
    lines=(
        "Image source: .{3,60}",
        r"\*?Stock Advisor returns as of.{5,60}",
        r".{0,200}has no position in any of the stocks mentioned\..{0,300}",
        "Key Points",
        r"Should you invest \$[\d,]+ in .{5,120}\?",
    ),
    packs=(ENGLISH,),
)
