"""Future."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

_HOSTS = """
space.com livescience.com techradar.com pcgamer.com tomsguide.com tomshardware.com gamesradar.com
creativebloq.com t3.com whathifi.com digitalcameraworld.com cyclingnews.com cyclingweekly.com theweek.com
homesandgardens.com laptopmag.com windowscentral.com androidcentral.com imore.com musicradar.com loudersound.com
"""
_OUTLETS = """
Space.com, SPACE.com, Live Science, LiveScience, TechRadar, PC Gamer, Tom's Guide, Tom's Hardware, GamesRadar,
The Week
"""

SITE = Site(
    name="future",
    hosts=tuple(_HOSTS.split()),
    outlets=tuple(" ".join(name.split()) for name in _OUTLETS.split(",")),
    layouts=(
        Layout(
            name="vanilla",
            marker="#article-body",
            body=".news-article .strapline, .review-article .strapline, #article-body",
        ),
        Layout(name="2012", marker=".article_info, .left_content", body=".article_info, .left_content", judged=True),
    ),
    rules=(
        drop("caption", css=".inlinegallery, .caption, .credit, .image-full-width-wrapper, .gallery-el, #nointelliTXT"),
        drop(
            "related",
            css='#utility-bar, [data-component-name^="Recirculation"], [data-component-name^="JwPlayer"], .parsely-like, .article_additional, .fancy-box, .person-recommended, .hawk-nest, .jwplayer__wrapper, .product',
            text="Related(?: stories)?: .{5,200}|RELATED STORIES:?",
        ),
        drop(
            "author_bio",
            name="sign-off",
            text=r"Follow .{3,40} on Google News .{5,160}|(?:Follow|Email) .{3,60} (?:on (?:Twitter|X)|@|at )\S.{0,160}|Follow us (?:on (?:Twitter|X)|@).{3,120}|.{3,60}[\'’]s book about .{10,300}",
        ),
        drop("related", name="link-list", css="#article-body li", links=True),
        drop("newsletter", css=".newsletter-form__wrapper, .newsletter-signup, .slice-container-newsletterForm"),
    ),
    lines=(
        r"Originally published on (?:Live Science|Space\.com)\.?",
        "Follow us (?:on (?:Twitter|X)|@).{3,120}",
        "Join our Space Forums to keep talking space.{0,200}",
        "Breaking space news, the latest updates on .{10,160}",
        r"\(Image credit: .{3,80}\)",
        r"Image \d+ of \d+",
    ),
    packs=(ENGLISH,),
)
