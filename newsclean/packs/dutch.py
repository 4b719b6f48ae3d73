"""Notices in Dutch: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

DUTCH = pack(
    "dutch",
    {
        ("advert", "B"): r"""
            advertentie
        """,
        ("related", "B"): r"""
            lees (?:ook|meer|verder).{0,200}
            (?:meest|best) gelezen
            gerelateerde (?:artikelen|berichten)
        """,
        ("share", "B"): r"""
            deel (?:dit|dit artikel|op).{0,30}
            volg ons.{0,40}
        """,
        ("share", "C"): r"""
            delen
            afdrukken
        """,
        ("newsletter", "B"): r"""
            (?:schrijf je in|meld je aan) voor (?:de|onze) nieuwsbrief.{0,80}
        """,
        ("comments", "B"): r"""
            (?:bekijk|plaats|toon) (?:een )?reacties?
            \d+ reacties
        """,
        ("cookie", "B"): r"""
            (?:alle )?cookies (?:accepteren|weigeren)
            deze (?:site|website) gebruikt cookies.{0,240}
        """,
        ("navigation", "C"): r"""
            adverteren
            inloggen
        """,
        ("copyright", "B"): r"""
            alle rechten voorbehouden\.?
        """,
    },
)
