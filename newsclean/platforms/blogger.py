"""Blogger: Google's own templates (2006 to now) and the Templateify family of third-party themes (2016 to now)."""

from collections.abc import Iterable, Sequence

from newsclean.packs.agencies import AFP, AP, REUTERS
from newsclean.packs.notices import NOTICES
from newsclean.plugin import Block, Label, Layout, Page, Platform, cut, drop, is_sentence, keep

_PAGER = r"(?:Previous|Newer|Next|Older) Posts?"
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}"
MAX_HEAD = 3
"""Headline, description and the picture's alternative text stand above the story in a dump of the story alone."""
MAX_TITLE_CHARS = 200


def refine(blocks: Sequence[Block], page: Page) -> Iterable[Block]:
    """Name the head of a dump by its order: its lines have no words of their own to be known by.

    Old templates print the day above the headline, new ones author and day below it; a dump of the
    story alone has neither.
    """
    rules = [block.rule for block in blocks]
    if page.kind == "html" or not any(rule.startswith("blogger/") for rule in rules):
        return blocks
    free = [i for i, block in enumerate(blocks) if block.label is None]
    if "blogger/date-header" in rules:
        day = rules.index("blogger/date-header")
        menu, head = [i for i in free if i < day], [i for i in free if i > day][:1]
    elif "blogger/author-day" in rules:
        above = [i for i in free if i < rules.index("blogger/author-day")]
        menu, head = above[:-1], above[-1:]
    else:
        menu, head = [], story_head(blocks, page)
    names: dict[int, Label] = dict.fromkeys(menu, "navigation")
    if head and len(blocks[head[0]].text) <= MAX_TITLE_CHARS and not is_sentence(blocks[head[0]].text):
        names[head[0]] = "headline"
        for i in head[1:]:
            names[i] = "standfirst" if is_sentence(blocks[i].text) else "caption"
    return [block._replace(label=names.get(i, block.label)) for i, block in enumerate(blocks)]


def story_head(blocks: Sequence[Block], page: Page) -> list[int]:
    """Return the lines above the story in a dump of the story alone: those before the gap that the picture left.

    The template quotes the picture's text once too often, so a stray quotation mark also ends the head.
    A sentence before the gap may be the story's first; without either sign only a line right above a
    sentence is taken, for the headline, as it may be a menu.
    """
    head: list[int] = []
    for i, block in enumerate(blocks):
        if block.label is not None:
            if block.tag == "prefix":
                continue
            break
        head.append(i)
        if i + 1 == len(blocks) or len(head) > MAX_HEAD:
            break
        gap = page.text[block.end : blocks[i + 1].start]
        stray = block.text.endswith('"') and block.text.count('"') % 2 == 1
        if stray or (gap.count("\n") > 2 and not is_sentence(block.text)):
            return head
    return head[:1] if len(head) > 1 and is_sentence(blocks[head[1]].text) else []


PLATFORM = Platform(
    name="blogger",
    detect=r"(?im)^blogger$|//www\.blogger\.com/static/|\.blogspot\.com/feeds/|//resources\.blogblog\.com/",
    lines=(
        r"Post a Comment(?: \(0\))?",
        rf"{_PAGER} {_PAGER}(?: Home)?",
        r"Subscribe to: Post(?:s| Comments) \(Atom\)",
        r"Email This ?BlogThis! ?Share to .*",
        r"Powered by Blogger\.?",
        r"Posted by .{2,60} at \d{1,2}:\d\d.*",
        r"Search This Blog",
        r"Popular posts from this blog",
        r"Other Apps",
    ),
    layouts=(
        Layout(name="templateify", marker=".item-post .post-body", body=".item-post .post-body"),
        Layout(name="default", marker=".blog-posts .post-body", body=".blog-posts .post-body"),
    ),
    fields={
        "title": ".post .entry-title, .item-post h1",
        "authors": ".post-author .fn, .entry-author .author-name",
        "date_published": "abbr.published, .entry-time time, .post-timestamp time",
        "tags": ".post-labels a[rel=tag], .entry-labels a[rel=tag]",
    },
    rules=(
        # Templates that build the page in the browser show the story to others in a noscript element.
        keep(name="noscript", css=".post-body noscript"),
        drop(
            "metadata",
            name="date-header",
            text=rf"(?P<date_published>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_DAY})",
            only="text",
        ),
        drop(
            "byline",
            name="author-day",
            text=rf"(?:By (?P<authors>.{{2,60}}?) )?- (?P<date_published>{_DAY})",
            only="text",
        ),
        drop(
            "navigation",
            css="#breadcrumb, .PageList, .skip-navigation",
            text=r"Skip to (?:main )?content|Search This Blog",
        ),
        drop(
            "byline",
            css=".post-author, .entry-meta",
            text=r"(?:Posted|Publié|Gepostet|Publicado|Diposting) (?:by|par|von|por|oleh) (?P<authors>.{2,60}?) (?:at|à|um|a las|pada) \d{1,2}[:.]\d\d.{0,40}",
        ),
        drop("metadata", name="labels", css=".post-labels, .entry-labels"),
        drop("metadata", name="labels-line", text=r"Labels: ?(?P<tags>.{2,300})", only="text"),
        drop("caption", css=".tr-caption"),
        drop("related", name="also-read", text=r"(?:Baca Juga|Also Read|Lea También|Leia Também) ?:.{0,200}"),
        drop("share", name="services", text=r"Get link|Facebook|X|Twitter|Pinterest|Email|Other Apps", only="text"),
        cut("share", css=".post-share-buttons, .post-share", text=r"Email This ?(?:BlogThis! ?Share to .*)?"),
        drop("related", css="#related-wrap, .related-wrap, .PopularPosts"),
        cut(
            "related",
            name="related-tail",
            text=r"You may like these posts|Related Posts|Popular Posts(?: from this blog)?",
            only="text",
        ),
        cut("comments", css="#comments", text=r"Post a Comment(?: \(0\))?|Show Comments|(?:No|\d+) comments?:"),
        cut("comments", name="comments-head", text="Comments", only="text"),
        cut("navigation", name="pager", css="#blog-pager, .post-nav", text=rf"{_PAGER} {_PAGER}(?: Home)?"),
        cut("subscribe", css=".post-feeds", text=r"Subscribe to: Post(?:s| Comments) \(Atom\)"),
        cut("navigation", name="archive", css=".BlogArchive, .Profile", text="Blog Archive"),
        cut("copyright", css=".Attribution", text=r"Powered by Blogger\.?|Report Abuse"),
    ),
    packs=(NOTICES, REUTERS, AP, AFP),
    refine=refine,
)
