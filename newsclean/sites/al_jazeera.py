"""Al Jazeera."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="al_jazeera",
    hosts=(
        "aljazeera.com",
        "aljazeera.net",
    ),
    outlets=(
        "Al Jazeera",
        "Al Jazeera English",
        "Aljazeera",
    ),
    layouts=(
        Layout(
            name="2020", marker=".wysiwyg--all-content", body=".article__subhead, .wysiwyg--all-content", judged=True
        ),
        Layout(
            name="2014",
            marker=".article-p-wrapper, .article-body",
            body=".article-p-wrapper, .article-body",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".more-on, .article-card-list, .related-content, .article__more-on",
            text=r"list of \d+ items?|list \d+ of \d+.{0,200}|end of list|Recommended Stories|Keep reading|Read more: ?.{5,200}|More on .{3,60}",
        ),
        drop(
            "newsletter",
            css=".newsletter-signup, .sib-newsletter",
            text="Sign up for Al Jazeera|.{5,80} newsletter Sign up|Please check your email to confirm your subscription|By signing up, you agree to our Privacy Policy.{0,60}",
        ),
        drop("caption", css="figcaption, .article-featured-image figcaption"),
        drop(
            "agency_signoff",
            name="source",
            css=".article-source",
            text="Source ?: ?(?P<agency>(?:Al Jazeera|News agencies|AP|Reuters|AFP)(?:(?:,| and)+ ?(?:Al Jazeera|News [Aa]gencies|AP|Reuters|AFP))*)",
        ),
        drop("advert", css=".ads, .container--ads"),
    ),
    lines=(
        r"list of \d+ items?",
        r"list \d+ of \d+.{0,200}",
        "end of list",
        "Recommended Stories",
        "Source ?: ?(?:Al Jazeera|News agencies).{0,60}",
        "Sign up for Al Jazeera",
    ),
    packs=(ENGLISH,),
)
