"""Funke Mediengruppe."""

from newsclean.packs.agencies import DPA
from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

_HOSTS = """
waz.de morgenpost.de braunschweiger-zeitung.de abendblatt.de nrz.de wp.de wr.de ikz-online.de
thueringer-allgemeine.de otz.de tlz.de harzkurier.de bergedorfer-zeitung.de
"""

SITE = Site(
    name="funke",
    hosts=tuple(_HOSTS.split()),
    outlets=(
        "WAZ",
        "Berliner Morgenpost",
        "Morgenpost",
        "Braunschweiger Zeitung",
        "Hamburger Abendblatt",
        "NRZ",
        "Westfalenpost",
        "Thüringer Allgemeine",
    ),
    layouts=(
        Layout(name="2023", marker=".article-body", body=".article-intro, div.expressive-copy-lg, .article-body"),
        Layout(name="2021", marker=".article__body", body=".article__header__intro, .article__body"),
    ),
    rules=(
        drop(
            "related",
            css=".not-prose, .content--teaser--container, .inline-block--wide, .article-body-infobox, .newsletter-cleverreach",
            text="(?:Lesen Sie auch|Auch interessant|Lesen Sie hier|Mehr zum Thema|Lesen Sie dazu(?: auch)?|Lesetipp|Auch spannend|Die wichtigsten (?:News|Nachrichten) .{3,60}|Weitere .{3,40} (?:finden|lesen) Sie hier)(?::.{0,240})?|>> .{5,240}",
        ),
        drop("related", name="link-list", css=".article-body li, .article__body li", links=True),
        drop(
            "newsletter",
            text="(?:.{3,40}-Newsletter: Jetzt kostenlos anmelden!?|Mit Ihrer Anmeldung (?:stimmen|willigen) Sie .{10,300}|Vielen Dank für Ihre Bestellung.{0,120}|Exklusive Politik-Hintergründe .{0,80}|Täglich wissen, was .{5,160}|Jetzt anmelden|Aktuelle Nachrichten aufs Handy[?:] .{5,120}|Die .{2,40} auch bei Social Media ?[:–-] .{5,120}|.{5,80}\\? Dann sind Sie beim .{3,40}Newsletter .{3,60})",
        ),
    ),
    lines=(
        ".{3,40}-Newsletter: Jetzt kostenlos anmelden!?",
        "Mit (?:meiner|Ihrer) Anmeldung (?:zum Newsletter )?(?:stimme|stimmen|willige|willigen) .{10,300}",
        "Vielen Dank für Ihre Bestellung.{0,120}",
        r"Lesezeit: \d+ Minuten?",
        "zur Startseite",
    ),
    packs=(
        DPA,
        GERMAN,
    ),
)
