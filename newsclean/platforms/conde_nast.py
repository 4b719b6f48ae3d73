"""Condé Nast. Vogue, GQ, Vanity Fair, Wired, The New Yorker and others."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="conde_nast",
    detect=r"/verso/static/|media\.(?:newyorker|wired|vogue|gq|vanityfair)\.",
    layouts=(
        Layout(
            name="verso",
            marker=".body__inner-container",
            body="[class*='ContentHeaderDek'], [class*='SplitScreenContentHeaderDek'], .body__inner-container",
        ),
    ),
    rules=(
        drop("caption", css="[class*='CaptionWrapper'], [class*='CaptionText'], [class*='CaptionCredit']"),
        drop("byline", css="[class*='BylinesWrapper'], .byline, .contributors"),
        drop(
            "related",
            css="[class*='RecircMostPopular'], .recirc-most-popular, [class*='ContentFooterRelated'], [data-testid^='external-link-embed']",
            text=r"(?:Lesen Sie mehr|Most Popular|You Might Also Like(?: ?…| ?\.\.\.)?|More Great WIRED Stories|Read More)",
        ),
        drop(
            "newsletter",
            css="[class*='NewsletterSubscribe'], [class*='newsletter-subscribe'], [class*='GenericCallout']",
        ),
        drop("advert", css="[class*='ProductEmbed'] [class*='Button'], .ad-stickyhero, [class*='AdWrapper']"),
    ),
)
