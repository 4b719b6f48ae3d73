"""Boing Boing."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="boing_boing",
    hosts=("boingboing.net",),
    outlets=("Boing Boing",),
    layouts=(
        Layout(name="2020", marker="section.entry-content", body="section.entry-content", judged=True),
        Layout(name="2013", marker="body.single-post #story", body="#story", judged=True),
        Layout(name="2010", marker="#column > .post", body="#column > .post", judged=True),
    ),
    rules=(
        drop("comments", css="#comments-container"),
        drop("related", css=".read-more-link", text="READ THE REST"),
    ),
    lines=(
        "READ THE REST",
        "We are a participant in the Amazon Services LLC Associates Program.{0,300}",
        "Boing Boing uses cookies and analytics trackers, .{10,200}",
    ),
    packs=(ENGLISH,),
)
