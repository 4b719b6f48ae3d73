"""Mashable."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="mashable",
    hosts=("mashable.com",),
    outlets=("Mashable",),
    layouts=(
        Layout(name="2012", marker="section.article-content", body="section.article-content", judged=True),
        Layout(
            name="2023",
            marker=".editor-content, article#article",
            body="article .editor-content, .editor-content",
            judged=True,
        ),
    ),
    rules=(
        drop("related", css=".see-also, .bonus-see-also", text="SEE ALSO: ?.{5,200}|BONUS: ?.{5,200}"),
        drop(
            "newsletter",
            css=".newsletter-signup",
            text=r"Thanks for signing up!|By clicking Sign Me Up, you confirm .{10,300}|(?:Mashable )?Top Stories|Loading\.\.\. ?Sign Me Up",
        ),
        drop("share", text="Tweet may have been deleted|Opens in a new (?:window|tab)"),
    ),
    lines=(
        "SEE ALSO: ?.{5,200}",
        "Tweet may have been deleted",
        "By clicking Sign Me Up, you confirm .{10,300}",
        r"Have something to add to this story\? Share it in the comments\.",
    ),
    packs=(ENGLISH,),
)
