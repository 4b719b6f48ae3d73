"""The Mirror."""

from newsclean.packs.english import ENGLISH
from newsclean.platforms.reach import PLATFORM as REACH
from newsclean.plugin import Site, drop

SITE = Site(
    name="mirror",
    hosts=("mirror.co.uk",),
    outlets=(
        "Mirror",
        "The Mirror",
        "Daily Mirror",
        "Sunday Mirror",
    ),
    platform=REACH,
    rules=(
        drop(
            "comments",
            name="story-call",
            text=r"Do you have a story to (?:tell|share)\?.{0,160}|(?:Have you got a story|Are .{5,80} in your area)\?.{0,120}@(?:reachplc|mirror)\S+",
        ),
    ),
    packs=(ENGLISH,),
)
