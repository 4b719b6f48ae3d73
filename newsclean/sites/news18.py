"""News18."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="news18",
    hosts=("news18.com",),
    outlets=(
        "News18",
        "CNN-News18",
    ),
    layouts=(
        Layout(
            name="2021",
            marker="#article_ContentWrap, [class*='article_content']",
            body="#article_ContentWrap, [class*='article_content']",
            judged=True,
        ),
        Layout(name="2017", marker="#article_body, .article-bnow", body="#article_body, .article-bnow", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".relatedstory, .also_read, .topStories, .alsoread",
            text="(?:ALSO|Also) READ ?[|:-] ?.{5,200}|Also Read ?[|:-] ?.{5,200}",
        ),
        drop(
            "metadata",
            css=".tags, .article_tags",
            text="(?:First Published|first published): ?(?P<date_published>.{6,40})|(?:Location|tags) ?: ?.{2,60}",
        ),
        drop(
            "subscribe",
            name="follow",
            text=r"Read all the Latest News.{5,240}|(?:Check out|Stay informed on|Get) .{10,300}(?:News18|news18)\S{0,4}.{0,120}|Follow us on .{3,120}",
        ),
        drop(
            "author_bio",
            css=".author_bio, .authordesc",
            text="About the Author.{0,20}|.{3,40}, (?:Chief|Senior|Sub|News) ?(?:Sub-|sub-)?[Ee]ditor at .{20,400}Read More",
        ),
    ),
    lines=(
        "First Published: ?.{6,40} IST",
        "Read all the Latest News.{5,240}",
        "CNN name, logo and all associated elements.{20,240}",
        "Last Updated: ?.{6,40} IST",
        "Location ?: ?.{2,60}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)
