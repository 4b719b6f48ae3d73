"""UOL and Folha."""

from newsclean.packs.portuguese import PORTUGUESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="uol",
    hosts=("uol.com.br",),
    outlets=(
        "UOL",
        "Folha de S.Paulo",
        "Folha",
    ),
    layouts=(
        Layout(name="folha", marker=".c-news__body", body=".c-news__body", judged=True),
        Layout(
            name="uol",
            marker=".jupiter-paragraph-fragment, .text",
            body=".text, .jupiter-paragraph-fragment",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".gallery-widget, .rs_skip, .c-news__related, .solar-related-content",
            text=r"(?:Leia (?:mais|também)|Veja também|LEIA (?:MAIS|TAMBÉM)|Já é assinante\?).{0,160}",
        ),
        drop("caption", css=".widget-image__subtitle, .legend"),
        drop(
            "comments",
            css=".c-comments, .comments",
            text="Os comentários não representam a opinião do jornal.{0,80}|comentários ?Termos e condições",
        ),
        drop("share", css=".c-share-bar, .share"),
    ),
    lines=(
        "Os comentários não representam a opinião do jornal.{0,80}",
        "Recurso exclusivo para assinantes",
        r"Copyright Folha de S\.Paulo\..{0,120}",
        "Assine a Folha.{0,80}|As mais lidas agora",
    ),
    packs=(PORTUGUESE,),
)
