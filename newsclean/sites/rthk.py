"""RTHK: the text news of 2012, a table with no names."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="rthk",
    hosts=("rthk.org.hk", "rthk.hk"),
    outlets=("RTHK", "香港電台"),
    layouts=(
        Layout(
            name="2012",
            marker="td[valign='top'] > span > font[size='3']",
            body="td[valign='top'] > span > font[size='3']",
        ),
    ),
    fields={"title": "td > div:first-child > strong > font[color='#713828']"},
    rules=(
        drop("metadata", name="stamp", text=r"(?P<date_published>\d{4}-\d\d-\d\d HKT \d\d:\d\d)"),
        drop("share", css="p.content", text="分享工具"),
        drop("related", name="stock", text="股價資料： ?.{2,40}"),
        drop("navigation", name="home", text="»?香港電台新聞主頁"),
    ),
    lines=(
        r"\d{4}-\d\d-\d\d HKT \d\d:\d\d",
        "»?香港電台新聞主頁",
    ),
    packs=(CHINESE,),
)
