"""Notices in Greek: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

GREEK = pack(
    "greek",
    {
        ("advert", "B"): r"""
            διαφήμιση
        """,
        ("related", "B"): r"""
            (?:διαβάστε|δείτε) (?:επίσης|ακόμη|ακόμα|περισσότερα).{0,200}
            σχετικά (?:άρθρα|θέματα)
            δημοφιλή
        """,
        ("share", "B"): r"""
            μοιραστείτε το.{0,40}
            ακολουθήστε (?:μας|το).{0,80}
        """,
        ("share", "C"): r"""
            κοινοποίηση
            εκτύπωση
        """,
        ("newsletter", "B"): r"""
            εγγραφ(?:ή|είτε) στο newsletter.{0,80}
        """,
        ("comments", "B"): r"""
            (?:προσθήκη|δείτε τα) σχολί(?:ου|ων|α)
            \d+ σχόλια
        """,
        ("comments", "C"): r"""
            σχόλια
        """,
        ("copyright", "B"): r"""
            με επιφύλαξη παντός δικαιώματος\.?
            όροι χρήσης
        """,
        ("navigation", "C"): r"""
            αρχική
        """,
    },
)
