"""The Times of India. Class names of today are hashes: known by the article's own data attribute."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop, keep

SITE = Site(
    name="times_of_india",
    hosts=("timesofindia.indiatimes.com",),
    outlets=(
        "The Times of India",
        "Times of India",
        "Time of India",
        "TOI",
    ),
    layouts=(
        Layout(
            name="react",
            marker="[data-articlebody], [class*='js_tbl_article']",
            # `span.br` is a line break there: named, it ends the line.
            body=".id-r-synopsis, [data-articlebody], [class*='js_tbl_article'], .id-r-component.br",
            judged=True,
        ),
        Layout(name="2019", marker="._s30J", body="._s30J", judged=True),
        Layout(name="2012", marker=".mod-articletext", body=".mod-articletext", judged=True),
        Layout(name="2016", marker=".Normal", body=".Normal", judged=True),
    ),
    rules=(
        keep(name="synopsis", css=".id-r-synopsis"),
        drop(
            "related",
            css=".readalso, .slick-slider, .articletrendinglistwrapper, .visualstoriesas_wrapper, [data-type='in_view'], .embedarticle, .vdo_embedd",
            text="Also (?:Read|See|Check) ?[|:-] ?.{5,240}|(?:You Can Also Check|Hot Picks|Trending (?:Stories|Topics)|Top Trending|Visual Stories)(?::.{0,240})?|End of Article",
        ),
        drop(
            "author_bio",
            css=".authorComment, .author-desc",
            text="About the Author.{0,80}|TOI (?:Lifestyle|News|Tech|Sports|World|City|Business|Entertainment|Education) Desk.{0,20}",
        ),
        drop("caption", css=".img_cptn, .cptn, .image_caption"),
        drop(
            "subscribe",
            name="follow",
            text="Stay updated with .{10,200}|Get (?:the )?(?:latest|real-time) .{10,240}|Start a Conversation|Post comment|FOLLOW US ON SOCIAL MEDIA",
        ),
    ),
    lines=(
        "End of Article",
        "FOLLOW US ON SOCIAL MEDIA",
        "Start a Conversation",
        "Also (?:Read|See|Check) ?[|:-] ?.{5,240}",
        r"TNN / .{6,40} IST|.{3,40} / (?:TNN|TIMESOFINDIA\.COM) / .{6,40} IST",
        "Visual Stories",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)
