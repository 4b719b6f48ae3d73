"""Notices in German: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

GERMAN = pack(
    "german",
    {
        ("advert", "B"): r"""
            anzeige
            werbung
            empfohlener externer inhalt.{0,120}
        """,
        ("related", "B"): r"""
            mehr zum thema.{0,60}
            lesen sie (?:auch|dazu|mehr).{0,200}
            auch interessant
            das könnte (?:sie|dich|ihnen) auch (?:interessieren|gefallen)
            (?:ähnliche|verwandte) (?:artikel|beiträge|themen)
            meistgelesen
            weiterlesen
            (?:vorheriger|nächster) (?:artikel|beitrag)
        """,
        ("related", "C"): r"""
            weitere artikel
            mehr
        """,
        ("share", "B"): r"""
            artikel (?:teilen|drucken|merken)
            folgen sie uns.{0,60}
            link kopieren
        """,
        ("share", "C"): r"""
            teilen
            drucken
            merken
        """,
        ("newsletter", "B"): r"""
            (?:jetzt )?(?:zum )?newsletter (?:abonnieren|anmelden|bestellen)
            vielen dank für ihre anmeldung.{0,80}
        """,
        ("subscribe", "B"): r"""
            jetzt (?:abonnieren|anmelden|registrieren)
            bereits abonnent\?.{0,40}
            dieser artikel ist (?:nur )?für abonnenten.{0,80}
        """,
        ("comments", "B"): r"""
            schreibe einen kommentar.{0,30}
            kommentar(?:e)? (?:schreiben|anzeigen|verfassen)
            \d+ kommentare?
        """,
        ("comments", "C"): r"""
            kommentare
        """,
        ("cookie", "B"): r"""
            cookie-einstellungen
            wir (?:verwenden|nutzen) cookies.{0,300}
            (?:alle )?cookies (?:akzeptieren|ablehnen)
        """,
        ("navigation", "B"): r"""
            zum inhalt springen
            direkt zum inhalt
            (?:zur )?startseite
            nach oben
        """,
        ("copyright", "B"): r"""
            impressum
            datenschutz(?:erklärung)?
            alle rechte vorbehalten\.?
        """,
        ("caption", "B"): r"""
            (?:foto|bild|quelle|bildquelle): .{2,80}
        """,
        ("metadata", "B"): r"""
            lesezeit:? .{1,30}
            stand: .{6,40}
            schlagwörter.{0,80}
        """,
    },
)
