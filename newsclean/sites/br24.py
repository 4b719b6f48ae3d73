"""BR24."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="br24",
    hosts=("br.de",),
    outlets=(
        "BR24",
        "BR",
    ),
    layouts=(
        Layout(
            name="2023",
            marker="#articlebody",
            body="[class*='ArticleItemTeaserText'], [class*='ArticleModuleTeaser_teaserText'], #articlebody",
        ),
    ),
    rules=(
        drop(
            "related",
            css="[class*='ArticleItemTeaserCard'], [class*='Teaser_linkBox']",
            text="(?:Zum (?:Artikel|Video|Audio|Hintergrund)|Im (?:Audio|Video)): .{3,240}",
        ),
        drop("related", name="link-line", text="Zu den bisherigen Entwicklungen .{5,160}"),
        drop(
            "agency_signoff",
            text=r"Mit Informationen der ARD-Korrespondentinnen und -?Korrespondenten .{5,240}",
        ),
        drop("caption", css="[class*='ImageCaption'], [class*='imageCaption']"),
        drop(
            "newsletter",
            text=r"(?:Das ist die Europäische Perspektive bei BR24|[\w ]{0,20}BR24[\w -]{0,20}Newsletter).{0,300}|.{0,40}Hier ist Bayern.{0,10}: Der BR24 Newsletter .{10,300}",
        ),
    ),
    lines=(
        "Im (?:Video|Audio): .{5,200}",
        "Zum (?:Artikel|Video|Audio): .{5,200}",
        "Bildrechte: .{3,100}",
        ".{0,5}Hier ist Bayern.{0,10}: Der BR24 Newsletter .{10,300}",
    ),
    packs=(GERMAN,),
)
