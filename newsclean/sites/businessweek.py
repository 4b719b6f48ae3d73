"""Bloomberg Businessweek."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="businessweek",
    hosts=("businessweek.com",),
    outlets=(
        "Businessweek",
        "Bloomberg Businessweek",
    ),
    layouts=(Layout(name="2012", marker="#article_body, #storyBody", body="#article_body, #storyBody", judged=True),),
    rules=(
        drop(
            "related",
            css=".tracked, .inStory, .related_item",
            text="(?:Story|Video|Photos|Slide Show|Cover Story): .{5,160}",
        ),
    ),
    lines=(
        r"\(?(?:To contact the (?:reporter|editor)s? .{20,300})\)?",
        "BusinessWeek Logo|Businessweek Archives",
    ),
    packs=(ENGLISH,),
)
