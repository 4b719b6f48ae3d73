"""WIRED."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="wired",
    hosts=("wired.com",),
    outlets=(
        "WIRED",
        "Wired",
    ),
    layouts=(
        Layout(
            name="copilot",
            marker=".body__inner-container",
            body="[class*='ContentHeaderDek'], .body__inner-container",
            judged=True,
        ),
        Layout(name="2019", marker=".body__container", body=".body__container"),
        Layout(name="2015", marker=".article-body-component", body=".article-body-component", judged=True),
        Layout(name="2012", marker=".entry", body=".entry", judged=True),
    ),
    rules=(
        drop("caption", css="[class*='CaptionWrapper'], .wp-caption, .caption, [class*='AssetEmbedCaption']"),
        drop("byline", css=".byline, .contributors"),
        drop(
            "related",
            css=".article-body__footer, .content-footer, .recirc-most-popular, [class*='RecircMostPopular']",
            text=r"You Might Also Like ?(?:…|\.\.\.)?",
        ),
        drop("related", name="more-stories", text="More Great WIRED Stories:?", take_next=10),
        drop(
            "related",
            name="gear-team",
            text="(?:.{3,80} )?our Gear team[’']s (?:best )?(?:picks|favorites?|guides?).{0,240}",
        ),
        drop("related", name="link-list", css=".body__container li", links=True),
        drop(
            "newsletter",
            css=".callout, [class*='newsletter'], [class*='Newsletter'], [class*='GenericCallout']",
            text=r"📩 .{10,200}|If you buy something using links in our stories, we may earn (?:a )?commission\..{0,120}",
        ),
    ),
    lines=(
        "More Great WIRED Stories",
        r"You Might Also Like ?(?:…|\.\.\.)?",
        r"If you buy something using links in our stories, we may earn (?:a )?commission\..*",
        "(?:Save Story)+|Save this story|Save StorySave this story",
        "Photograph: .{3,80}",
    ),
    packs=(ENGLISH,),
)
