"""Notices in Italian: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

ITALIAN = pack(
    "italian",
    {
        ("advert", "B"): r"""
            pubblicità
            contenuto sponsorizzato
        """,
        ("related", "B"): r"""
            (?:leggi|vedi|guarda) anche.{0,200}
            potrebbe interessarti.{0,40}
            articoli correlati
            i più letti
        """,
        ("share", "B"): r"""
            condividi (?:su|questo articolo).{0,30}
            seguici.{0,40}
        """,
        ("share", "C"): r"""
            condividi
            stampa
        """,
        ("newsletter", "B"): r"""
            iscriviti alla (?:nostra )?newsletter.{0,80}
        """,
        ("subscribe", "B"): r"""
            contenuto riservato agli abbonati.{0,60}
            sei già abbonato\?.{0,40}
        """,
        ("subscribe", "C"): r"""
            abbonati
            accedi
        """,
        ("comments", "B"): r"""
            (?:mostra|leggi|lascia un) commenti?o?
            \d+ commenti
        """,
        ("cookie", "B"): r"""
            (?:accetta|rifiuta) (?:tutti i )?cookie
            utilizziamo i cookie.{0,240}
        """,
        ("navigation", "B"): r"""
            vai al contenuto(?: principale)?
            torna su
        """,
        ("copyright", "B"): r"""
            ©? ?riproduzione riservata
            tutti i diritti riservati\.?
        """,
    },
)
