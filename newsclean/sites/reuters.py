"""Reuters: 2024 to now, 2021-23, 2017-20 and 2010-16."""

from collections.abc import Iterable, Sequence

from newsclean.packs.agencies import REUTERS
from newsclean.plugin import Block, Label, Layout, Page, Site, cut, drop, is_sentence, trim

_NAME = r"(?-i:[A-Z])[\w.'’-]+"


def refine(blocks: Sequence[Block], page: Page) -> Iterable[Block]:
    """Name the headline of a dump: the last line above the byline, or else above the date, that is no sentence."""
    rules = [block.rule for block in blocks]
    mark = next((rules.index(rule) for rule in ("reuters/byline", "reuters/date") if rule in rules), None)
    if page.kind == "html" or mark is None:
        return blocks
    above = [i for i in range(mark) if blocks[i].label is None]
    names: dict[int, Label] = dict.fromkeys(above, "navigation")
    if above and not is_sentence(blocks[above[-1]].text):
        names[above[-1]] = "headline"
    return [block._replace(label=names.get(i, block.label)) for i, block in enumerate(blocks)]


SITE = Site(
    name="reuters",
    hosts=("reuters.com",),
    outlets=("Reuters",),
    url_date=r"-(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)/?(?:[?#]|$)",
    lines=(
        r"Our Standards: ?The Thomson Reuters Trust Principles\.?.*",
        r"Purchase Licensing Rights(?:,? ?opens new tab)?",
        r"Register now for FREE unlimited access to Reuters\.com(?: Register)?",
        r"All quotes delayed a minimum of 15 minutes\..*",
        r"Reuters Staff",
        r"Copyright \d{4} Thomson Reuters\. Click for restrictions\.?",
    ),
    detect=r"StandardArticleBody_|ArticleBodyWrapper|ArticleHeader-headline-"
    r"|data-testid=\"(?:DefaultArticleHeader|LicenceContentButton)",
    layouts=(
        Layout(name="2024", marker="div[data-testid^='paragraph-']", body="[data-testid='ArticleBody']"),
        Layout(
            name="2021",
            marker="p[data-testid^='paragraph-']",
            body="[class*='article-body__content'], p[data-testid^='paragraph-']",
        ),
        Layout(
            name="2017",
            marker="[class*='StandardArticleBody_body'], .ArticleBodyWrapper",
            body="[class*='StandardArticleBody_body'], .ArticleBodyWrapper",
        ),
        Layout(name="2010", marker="#articleText, #article-text", body="#articleText, #article-text"),
    ),
    fields={
        "title": "[data-testid='DefaultArticleHeader'] h1, h1[class*='ArticleHeader'], h1.article-headline",
        "authors": "[class*='BylineBar_byline'] a, [class*='ArticleBody-byline-container'] a, [class*='ArticleBody-byline-container'] [class*='Byline-author']",
    },
    rules=(
        drop(
            "advert",
            css="[data-testid='ResponsiveAdSlot'], [data-testid='Dianomi']",
            text=r"Advertisement(?: · Scroll to continue)?",
        ),
        drop("share", css="[data-testid='ArticleToolbar'], [data-testid='toolbar-container']"),
        drop("author_bio", css="[data-testid='AuthorBio']"),
        drop("subscribe", css="[class*='registration-prompt']", text=r"Sign up here\.?|Register"),
        drop(
            "copyright",
            name="licence",
            css="[data-testid='LicenceContentButton']",
            text=r"Purchase Licensing Rights(?:,? ?opens new tab)?",
        ),
        drop(
            "caption",
            css="[data-testid='primary-image'], [class*='Image_caption'], .related-photo",
            text=r"(?:FILE PHOTO: |\[\d+/\d+\] ?).{5,600}|.{10,600}\bREUTERS/(?-i:[A-Z]).{2,60}",
        ),
        drop(
            "byline",
            text=rf"By (?P<authors>{_NAME}(?:(?:,? and|,)? {_NAME}){{1,14}})|Reuters Staff",
            css="[class*='BylineBar_byline']",
        ),
        drop(
            "metadata",
            name="date",
            text=r"(?P<date_published>[A-Z][a-z]+ \d{1,2}, \d{4},?(?: /)? ?\d{1,2}:\d\d [AP]M(?: [A-Z]{2,4}(?:[+-]\d{1,2})?)?)(?: /.{0,60}| ?·.{0,60}| ?(?:Last )?Updated .{0,60})?",
        ),
        drop("metadata", name="reading-time", text=r"\d+ Min(?:ute)? Read|(?:Last )?Updated .{2,40} ago"),
        drop("disclosure", css="[class*='trustBadgeContainer']"),
        drop("related", name="promo", css="[data-testid='promo-box']"),
        cut("related", name="read-next", css="[class*='read-next']", text="Read Next"),
        cut(
            "other",
            name="quotes",
            css="[class*='DelayedQuotes']",
            text=r"All quotes delayed a minimum of 15 minutes\..*",
        ),
        trim("other", name="new-tab", text=r", ?opens new tab\b"),
    ),
    packs=(REUTERS,),
    refine=refine,
)
