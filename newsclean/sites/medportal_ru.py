"""medportal.ru: the template of its archive pages of 2011 and 2012; the judge decides inside the scope."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="medportal_ru",
    hosts=("medportal.ru",),
    outlets=("medportal.ru",),
    layouts=(Layout(name="archive", marker=".post", body=".post", judged=True),),
    rules=(
        drop("caption", css=".photo"),
        drop("metadata", css=".date"),
        drop("share", css=".print, .b-social-button"),
    ),
    packs=(RUSSIAN,),
)
