"""人民网."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="people_cn",
    hosts=("people.com.cn",),
    outlets=(
        "人民网",
        "People's Daily Online",
    ),
    layouts=(
        Layout(name="2020", marker=".rm_txt_con", body=".rm_txt_con"),
        Layout(
            name="2012", marker="#p_content, .text_con, #rwb_zw", body="#p_content, .text_con, #rwb_zw", judged=True
        ),
    ),
    rules=(
        drop(
            "metadata",
            css=".edit, .channel, .rm_relevant, .paper_num",
            text="[（(]责编：.{2,40}[）)]|分享让更多人看到|客户端下载",
        ),
    ),
    lines=(
        "[（(]责编：.{2,40}[）)]",
        "分享让更多人看到",
        "客户端下载",
    ),
    packs=(CHINESE,),
)
