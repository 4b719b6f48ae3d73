"""MDR."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="mdr",
    hosts=("mdr.de",),
    outlets=("MDR",),
    layouts=(
        Layout(name="2026", marker=".articlepage .paragraph, .articlepage", body=".articlepage"),
        Layout(name="2018", marker=".modParagraph", body=".sectionDetailPage .text.teaser, .modParagraph"),
    ),
    rules=(
        drop(
            "related",
            css=".list, .relatedbroadcast, .cssBroadcastHintStyleProperties, .jumpLabelTitle, .jumpLabelList, .linklist",
            text="Dieses Thema im Programm:.{0,200}|Mehr zum Thema",
        ),
        drop("caption", css=".media, .contentimage, .image"),
        drop("other", name="pull-quote", css=".cssCitationStyleProperties"),
        drop("headline", css=".conHeadline, .modParagraph h1"),
        drop(
            "metadata",
            css=".authorWrapper, .lastchanged, .textauthor, .webtime, #engagentlyComment",
            text=r"(?:MDR|dpa|Quelle: MDR)(?:,? ?\([\w ,/]{2,40}\)|[ ,/\w]{0,30})|Stand: .{5,40}",
        ),
    ),
    lines=(
        "Dieses Thema im Programm:.{0,200}",
        r"(?:Quelle: )?MDR(?:/dpa)? ?\([\w ,/]{2,40}\)",
        "Bildrechte: .{3,100}",
        r"Stand: \d{1,2}\. \w+ \d{4}, .{3,20}",
    ),
    packs=(GERMAN,),
)
