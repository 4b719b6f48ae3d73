"""Notices in Indonesian: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

INDONESIAN = pack(
    "indonesian",
    {
        ("advert", "B"): r"""
            iklan
            advertisement
            scroll to resume content
        """,
        ("related", "B"): r"""
            baca (?:juga|selengkapnya).{0,200}
            (?:berita|artikel) (?:terkait|terpopuler)
            lihat juga.{0,120}
        """,
        ("share", "B"): r"""
            bagikan (?:artikel|berita|ke).{0,30}
            ikuti kami.{0,60}
        """,
        ("share", "C"): r"""
            bagikan
            salin tautan
        """,
        ("comments", "B"): r"""
            (?:tulis|lihat|kirim) komentar
            \d+ komentar
        """,
        ("comments", "C"): r"""
            komentar
        """,
        ("metadata", "C"): r"""
            tag
            penulis
        """,
    },
)
