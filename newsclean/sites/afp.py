"""AFP."""

from newsclean.packs.agencies import AFP
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="afp",
    hosts=(
        "afp.com",
        "factuel.afp.com",
        "factcheck.afp.com",
        "faktencheck.afp.com",
    ),
    outlets=(
        "AFP",
        "Agence France-Presse",
        "AFP Fact Check",
    ),
    layouts=(
        Layout(name="factcheck", marker=".article-entry", body=".article-entry", judged=True),
        Layout(
            name="2015",
            marker=".field-name-body, .article-content",
            body=".field-name-body, .article-content",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "copyright",
            text=r"(?:Copyright )?© ?AFP ?\d{4}.{0,200}|Alle Rechte vorbehalten\. .{10,300}|Tous droits réservés\. .{10,300}|Any commercial use of this content requires a subscription\..{0,60}",
        ),
        drop(
            "related",
            css=".related-articles, .card-list",
            text=r"(?:Related articles|Ähnliche Artikel|Gibt es Inhalte, die von AFP überprüft werden sollten\?|Is there content that you would like AFP to fact-check\?|Get in touch|Kontakt aufnehmen|Kontaktieren Sie uns).{0,60}",
        ),
        drop("share", css=".social-share, .share-links"),
    ),
    lines=(
        r"Is there content that you would like AFP to fact-check\?.{0,40}",
        r"Copyright © AFP \d{4}-\d{4}\..{0,160}",
        r"Any commercial use of this content requires a subscription\..{0,60}",
    ),
    packs=(AFP,),
)
