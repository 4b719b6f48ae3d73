"""AP News.

Since July 2023 on Brightspot; before, cards (`div.Article`). A heading of underscores parts the credits from
the story.
"""

from newsclean.packs.agencies import AP
from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="ap",
    hosts=(
        "apnews.com",
        "hosted.ap.org",
    ),
    outlets=(
        "AP",
        "Associated Press",
        "The Associated Press",
        "AP News",
    ),
    layouts=(
        Layout(name="brightspot", marker=".RichTextStoryBody", body=".RichTextStoryBody"),
        Layout(name="cards", marker="div.Article", body="div.Article"),
    ),
    fields={"authors": ".Page-authors a, .Page-authors span"},
    rules=(
        drop(
            "related",
            name="lists",
            css=".PageList, .PageListEnhancementGeneric, .PageListStandardB, .Enhancement",
            text="Read more:?|More",
        ),
        drop("related", name="infobox", css=".Infobox"),
        drop("caption", css=".Carousel, .CarouselSlide, .Figure"),
        drop("advert", css=".SovrnAd, .Advertisement", text="Advertisement"),
        drop("caption", name="gallery-count", text=r"\d+ of \d+ \|?.{0,400}", only="text"),
    ),
    lines=(
        r"\d+ of \d+ \|.{0,400}",
        "(?:By )?.{3,60} [–-] (?:Associated Press|AP)(?: .{3,40})?",
        r"AP(?:’s|\'s)? .{3,40}: https?://\S+",
        r"The Associated Press. All rights reserved\.?",
    ),
    packs=(
        AP,
        ENGLISH,
    ),
)
