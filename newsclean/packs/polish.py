"""Notices in Polish: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

POLISH = pack(
    "polish",
    {
        ("advert", "B"): r"""
            reklama
            materiał (?:partnera|sponsorowany)
        """,
        ("related", "B"): r"""
            (?:czytaj|zobacz|przeczytaj|sprawdź) (?:więcej|także|też|również).{0,200}
            najczęściej czytane
            polecamy
        """,
        ("share", "B"): r"""
            udostępnij (?:na|artykuł).{0,30}
            obserwuj nas.{0,60}
        """,
        ("share", "C"): r"""
            udostępnij
            drukuj
        """,
        ("newsletter", "B"): r"""
            zapisz się (?:na|do) newsletter.{0,120}
        """,
        ("subscribe", "C"): r"""
            zaloguj się
            subskrybuj
        """,
        ("comments", "B"): r"""
            dodaj komentarz
            (?:pokaż|zobacz) komentarze
            komentarze \(\d+\)
        """,
        ("comments", "C"): r"""
            komentarze
            tagi
        """,
        ("cookie", "B"): r"""
            ta strona (?:używa|korzysta z) (?:plików )?cookies?.{0,200}
        """,
        ("navigation", "C"): r"""
            strona główna
        """,
        ("copyright", "B"): r"""
            wszelkie prawa zastrzeżone\.?
        """,
    },
)
