"""Bloomberg."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, cut, drop

SITE = Site(
    name="bloomberg",
    hosts=("bloomberg.com",),
    outlets=(
        "Bloomberg",
        "Bloomberg News",
        "Bloomberg.com",
    ),
    layouts=(
        Layout(name="2023", marker="[class*='ArticleBody_']", body="[class*='ArticleBody_']", judged=True),
        Layout(
            name="2016",
            marker=".body-content, .body-copy, .body-copy-v2",
            body=".body-content, .body-copy, .body-copy-v2",
            judged=True,
        ),
    ),
    rules=(
        drop("newsletter", css=".inline-newsletter, [class*='Newsletter']"),
        drop(
            "advert",
            name="terminal",
            css=".terminal-tout-container, .page-ad, [class*='AdSlot']",
            text=r"Before it[’\']s here, it[’\']s on the Bloomberg Terminal\.?.{0,40}|LEARN MORE",
        ),
        drop(
            "related",
            css="[class*='InlineRecirc_'], .related-item, .recirc",
            text="(?:Read|Listen|Watch|Read More|Read more|Related)(?: on Bloomberg)?: .{8,200}|Most Read from Bloomberg(?: .{3,30})?",
        ),
        cut(
            "related",
            name="more-from",
            text=r"More (?:stories like this are available on bloomberg\.com|From Bloomberg(?:\.com)?)\.?",
        ),
        drop(
            "comments",
            name="contact",
            text=r"Contact us: ?Provide news feedback or report an error|Confidential tip\? ?Send a tip to our reporters|Site feedback: ?Take our Survey|Gift this article",
        ),
        drop(
            "agency_signoff",
            name="assistance",
            text=r"--? ?With assistance (?:from|by) .{3,200}|\(?(?:To contact the (?:reporters?|editors?)|To contact Bloomberg News staff) .{20,400}",
        ),
        drop("copyright", text=r"©\d{4} Bloomberg L\.P\."),
    ),
    lines=(
        "Contact us: ?Provide news feedback or report an error",
        r"Confidential tip\? ?Send a tip to our reporters",
        r"Before it[’\']s here, it[’\']s on the Bloomberg Terminal\.?.{0,40}",
        "Gift this article",
        r"©\d{4} Bloomberg L\.P\.",
        "--? ?With assistance (?:from|by) .{3,200}",
    ),
    packs=(ENGLISH,),
)
