"""BCC, the Broadcasting Corporation of China: its news pages of 2012."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, cut, drop

SITE = Site(
    name="bcc",
    hosts=("bcc.com.tw",),
    outlets=("BCC", "中廣", "中國廣播公司"),
    layouts=(Layout(name="2012", marker="span.txt-02 #iclickAdBody_Start", body="span.txt-02"),),
    fields={"title": "td.td-fld05"},
    rules=(
        drop("navigation", css=".td-fld02", text="首頁 ?新聞總覽 ?.{2,60}"),
        cut(
            "metadata",
            name="top",
            text="【(?P<date_published>[0-9/]{8,10} [0-9:]{4,5}) ?報導 ?】",
            side="before",
        ),
        cut("other", name="tail", text="》.{4,60}|留言板|相關新聞"),
    ),
    lines=(
        "首頁 ?新聞總覽 ?.{2,60}",
        "【[0-9/]{8,10} [0-9:]{4,5} ?報導 ?】",
    ),
    packs=(CHINESE,),
)
