"""sina.com.cn: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.chinese import CHINESE
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="sina_cn",
    hosts=("sina.com.cn",),
    outlets=("sina.com.cn",),
    layouts=(
        Layout(name="archive", marker="#artibody", body="#artibody", judged=True),
        Layout(name="archive-2", marker=".txt", body=".txt", judged=True),
    ),
    rules=(
        drop("caption", css=".img_wrapper"),
        drop("share", css="#sinashareto"),
    ),
    packs=(CHINESE,),
)
