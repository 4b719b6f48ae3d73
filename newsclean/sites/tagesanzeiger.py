"""Tamedia."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="tagesanzeiger",
    hosts=(
        "tagesanzeiger.ch",
        "bernerzeitung.ch",
        "derbund.ch",
        "bazonline.ch",
        "24heures.ch",
        "tdg.ch",
    ),
    outlets=(
        "Tages-Anzeiger",
        "Tagesanzeiger",
        "Berner Zeitung",
        "Der Bund",
        "Basler Zeitung",
        "24 heures",
        "Tribune de Genève",
    ),
    layouts=(
        Layout(
            name="next",
            marker="[class*='ArticleParagraph_root'], [class*='ContentHead_lead']",
            body="[class*='ContentHead_lead'], [class*='ArticleParagraph_root'], [class*='HtmlText_root'], [class*='ArticleContainer_content-width'] > p, [class*='ArticleContainer_content-width'] > h2",
        ),
    ),
    rules=(
        drop(
            "related",
            css="[class*='DynamicTeaser'], [class*='NewsletterBox'], [class*='Bottalk_root'], [class*='Feedback_root']",
            text=r"Fehler gefunden\? ?Jetzt melden\.?|Newsletter|Abo",
        ),
        drop("metadata", css="[class*='ContentMetaInfo_root'], [class*='AuthorBox']"),
    ),
    lines=(
        r"Fehler gefunden\? ?Jetzt melden\.?",
        "Publiziert: .{5,40}",
        r"Jetzt abonnieren und von der Vorlesefunktion profitieren\.?",
        "BotTalk",
    ),
    packs=(GERMAN,),
)
