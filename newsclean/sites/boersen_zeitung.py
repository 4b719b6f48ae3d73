"""Börsen-Zeitung."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="boersen_zeitung",
    hosts=("boersen-zeitung.de",),
    outlets=("Börsen-Zeitung",),
    layouts=(Layout(name="wp", marker="#post-content", body="#post-content .article-entry, #post-content"),),
    rules=(
        drop(
            "metadata",
            css=".meta-data, .overline, .wp-block-ppi-authorshort, .wp-block-ppi-authorline, .entry-title, .wp-block-ppi-printheading, .wp-block-ppi-subheading",
        ),
        drop("related", css=".teaser-image, .related-posts"),
        drop("paywall", css="#paywall"),
        drop("other", name="print-copy", css=".wp-block-ppi-onlinetext"),
    ),
    packs=(GERMAN,),
)
