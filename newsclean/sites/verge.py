"""The Verge."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="verge",
    hosts=("theverge.com",),
    outlets=("The Verge",),
    layouts=(
        Layout(
            name="duet",
            marker=".duet--article--article-body-component",
            body="[class*='duet--article--dangerously-set-cms-markup'], .duet--article--article-body-component, .duet--article--article-pullquote-component",
        ),
        Layout(name="chorus", marker=".c-entry-content", body=".c-entry-content"),
        Layout(name="2012", marker=".article-content", body=".article-content", judged=True),
    ),
    rules=(
        drop("related", css=".duet--recirculation--related-list, .c-related-list, .c-nextclick", text="Related"),
        drop("caption", css=".c-entry-hero, .e-image__meta, .duet--article--image-gallery"),
        drop("newsletter", css=".duet--cta--newsletter, .c-newsletter_signup_box, .tly-form"),
        drop("advert", css=".duet--ad--native-ad-rail, .m-ad"),
    ),
    lines=(
        "Filed under:.{0,80}",
        r"If you buy something from a Verge link, Vox Media may earn a commission\..{0,80}",
        "Share this story",
        "Posts from this (?:topic|author) will be added to your daily email digest.{0,60}",
        "See All .{2,30}",
    ),
    packs=(ENGLISH,),
)
