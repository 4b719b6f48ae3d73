"""Notices in Turkish: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

TURKISH = pack(
    "turkish",
    {
        ("advert", "B"): r"""
            reklam
        """,
        ("related", "B"): r"""
            ilgili haberler
            (?:bunlar|şunlar) da ilginizi çekebilir
            çok okunanlar
            haberin devamı.{0,40}
        """,
        ("share", "B"): r"""
            (?:haberi|bu haberi) paylaş.{0,30}
            bizi takip edin.{0,40}
        """,
        ("share", "C"): r"""
            paylaş
            yazdır
        """,
        ("comments", "B"): r"""
            yorum (?:yaz|yap|ekle).{0,20}
            \d+ yorum
        """,
        ("navigation", "C"): r"""
            son dakika
            ana sayfa
            künye
        """,
    },
)
