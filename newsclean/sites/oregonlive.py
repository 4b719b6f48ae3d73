"""Advance Local."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

_HOSTS = """
oregonlive.com al.com cleveland.com nj.com mlive.com pennlive.com syracuse.com masslive.com silive.com nola.com
"""
_OUTLETS = """
OregonLive, The Oregonian, AL.com, Advance Local, NJ.com, MLive, PennLive, cleveland.com, syracuse.com, MassLive
"""

SITE = Site(
    name="oregonlive",
    hosts=tuple(_HOSTS.split()),
    outlets=tuple(" ".join(name.split()) for name in _OUTLETS.split(",")),
    layouts=(
        Layout(name="2018", marker=".article__story", body=".article__story"),
        Layout(name="2012", marker=".entry-content", body=".entry-content", judged=True),
    ),
    rules=(
        drop("other", name="widget", css=".asset-pullquote", text="View full size"),
        drop(
            "related",
            css=".related-content, .revcontent",
            text="Related(?: stories| coverage)?:.{0,200}|Read more:.{0,200}|MORE: ?.{5,200}",
        ),
        drop(
            "comments",
            name="tips",
            text=r"Have a tip\? .{10,200}|.{3,60} may be reached at .{5,200}|Get the latest updates right in your inbox\..{0,200}",
        ),
        drop(
            "copyright",
            name="buying",
            text="If you purchase a product or register for an account through .{20,300}|Note to readers: .{20,300}",
        ),
    ),
    lines=(
        "Note to readers: .{20,300}",
        "View full size",
        "If you purchase a product or register for an account through .{20,300}",
    ),
    packs=(ENGLISH,),
)
