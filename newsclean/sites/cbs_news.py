"""CBS News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="cbs_news",
    hosts=("cbsnews.com",),
    outlets=("CBS News",),
    layouts=(
        Layout(name="2019", marker=".content__body", body=".content__body"),
        Layout(name="2012", marker=".storyText, #contentBody", body=".storyText, #contentBody", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".content-recirculation__wrapper, .content__recirculation, .component--view-promo-cluster",
            text="Trending News",
        ),
        drop("other", name="video", css=".embed--type-video, .content__high-wrapper, .embed__content-wrapper, .embed"),
        drop("metadata", css=".content__tags, .content__share, .content__meta"),
        drop("copyright", text=r"First published on .{5,60}|© \d{4} CBS (?:Interactive|Broadcasting) Inc\..{0,80}"),
    ),
    lines=(
        "First published on .{5,60}",
        r"© \d{4} CBS (?:Interactive|Broadcasting) Inc\..{0,160}",
        "Trending News",
        "Read Full Bio|View all articles by .{3,60}",
        "Be the first to know",
    ),
    packs=(ENGLISH,),
)
