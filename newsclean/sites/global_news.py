"""Global News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="global_news",
    hosts=("globalnews.ca",),
    outlets=("Global News",),
    layouts=(
        Layout(name="2018", marker=".l-article__text", body=".l-article__text"),
        Layout(name="2013", marker=".story-txt", body=".story-txt", judged=True),
    ),
    rules=(
        drop("related", css=".c-tabs, .l-article__related, .c-posts", text="READ MORE ?[:|] ?.{5,200}|More on .{3,30}"),
        drop("newsletter", css=".c-inlineSignup", text="Get daily National news|Get breaking National news"),
        drop("other", name="video", css=".c-video, .c-videoPlaylist"),
        drop("advert", css=".c-ad", text="Story continues below advertisement|Advertisement"),
    ),
    lines=(
        "Story continues below advertisement",
        "Get daily National news",
        "READ MORE:? .{5,200}",
        r"© \d{4} Global News, a division of Corus Entertainment Inc\.?",
        r"By providing your email address, you have read and agree to Global News[’\'].{0,120}",
    ),
    packs=(ENGLISH,),
)
