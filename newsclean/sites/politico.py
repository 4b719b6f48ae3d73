"""POLITICO."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="politico",
    hosts=(
        "politico.com",
        "politico.eu",
    ),
    outlets=(
        "POLITICO",
        "Politico",
        "Politico Europe",
        "POLITICO Europe",
    ),
    layouts=(
        Layout(name="2018", marker=".story-text", body=".story-text", judged=True),
        Layout(name="eu", marker=".article__content", body=".hero__excerpt, .article__content", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".story-related, .recirc, .article__related",
            text="(?:ALSO|Also) (?:ON|on|READ) POLITICO.{0,120}|MOST READ",
        ),
        drop(
            "newsletter",
            css=".newsletter-signup, .signup-form",
            text=r"(?:By signing up you (?:agree|acknowledge)|You can unsubscribe at any time|This (?:sign-up form|site) is protected by reCAPTCHA|Missing out on the latest scoops\?).{0,300}",
        ),
        drop("author_bio", css=".author-bio, .story-meta__authors"),
        drop("caption", css=".story-photo__caption, .wp-element-caption"),
    ),
    lines=(
        "Link Copied",
        r"Missing out on the latest scoops\?.{0,200}",
        "You can unsubscribe at any time .{5,80}",
        "Filed Under:.{0,200}",
        "By signing up you (?:agree|acknowledge).{0,300}",
    ),
    packs=(ENGLISH,),
)
