"""Vox."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="vox",
    hosts=(
        "vox.com",
        "sbnation.com",
        "eater.com",
        "polygon.com",
        "curbed.com",
    ),
    outlets=(
        "Vox",
        "Eater",
        "Polygon",
        "SB Nation",
        "Curbed",
    ),
    layouts=(
        Layout(name="chorus", marker=".c-entry-content", body=".c-entry-content"),
        Layout(
            name="duet", marker=".duet--article--article-body-component", body=".duet--article--article-body-component"
        ),
    ),
    rules=(
        drop("related", css=".c-related-list, .c-read-more, .duet--recirculation--related-list", text="Related"),
        drop("caption", css=".e-image, .e-image__meta"),
        drop("newsletter", css=".c-newsletter_signup_box, .duet--cta--newsletter"),
        drop(
            "subscribe",
            name="support",
            text=r"(?:Will you support|Support) Vox[’\']s? .{10,200}|Yes, I[’\']ll give \$\d+.{0,20}|You[’\']ve read \d+ articles? in the last month",
        ),
    ),
    lines=(
        "Filed under:.{0,80}",
        r"Yes, I[’\']ll give \$\d+.{0,20}",
        r"Will you support Vox[’\']s .{10,200}",
        "Next Up In .{3,40}",
        "See More:.{0,80}",
    ),
    packs=(ENGLISH,),
)
