"""CNN."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop, trim

SITE = Site(
    name="cnn",
    hosts=("cnn.com",),
    outlets=(
        "CNN",
        "CNN Business",
        "CNN International",
    ),
    layouts=(
        Layout(name="2022", marker=".article__content", body=".article__content"),
        Layout(
            name="2016", marker=".zn-body__paragraph", body=".zn-body__paragraph, .l-container .zn-body__read-all h3"
        ),
        Layout(
            name="2010",
            marker=".cnn_storyarea, .cnn_strycntntlft",
            body=".cnn_strycntntrgt, .cnn_strycntntlft",
            judged=True,
        ),
        Layout(name="2014", marker="#storytext", body="#storytext", judged=True),
    ),
    rules=(
        drop(
            "caption",
            css=".cnnExplainer, .cnn_strycaptiontxt, .image__caption, .media__caption, .image__metadata, .cnn_html_slideshow",
        ),
        drop(
            "related",
            css=".related-content, .el__embedded--standard, .zn-body__related, [data-component-name='related-content'], .cnn_strylftcntnt, .cnn_html_media_utility, #js-ie-storytop",
            text="(?:Related|Read|Read more|MORE|Related (?:article|story)): .{8,200}",
        ),
        drop(
            "other",
            name="video",
            css=".video-resource, .el__video, .video-resource__details",
            text="Video Ad Feedback|Play Video|Now playing.{0,80}",
        ),
        drop("advert", css=".teads-inread, .ad-slot"),
        drop("byline", name="source", css=".source, .editor-note--source", text=r"CNN ?(?:[—-]|\(CNN\))"),
        drop("metadata", css=".cnn_stryathrtmp, .cnn_stryftsbttm"),
        trim("dateline", name="cnn-mark", text=r"^\(CNN(?: Business)?\) ?(?:[—-]+ ?)?"),
    ),
    lines=(
        "Video Ad Feedback",
        "Story highlights",
        r"CNN[’\']s .{3,120} contributed to this (?:report|story)\.",
        r"\d+ min(?:ute)? read",
        "Paid (?:Partner )?Content",
        r"Editor[’\']s note: .{20,400}",
    ),
    packs=(ENGLISH,),
)
