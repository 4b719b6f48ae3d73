"""Evening Standard."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="evening_standard",
    hosts=("standard.co.uk",),
    outlets=(
        "Evening Standard",
        "The Standard",
        "London Evening Standard",
    ),
    layouts=(
        Layout(name="react", marker="#main #body, [id='body'] #main, #main", body="#main", judged=True),
        Layout(name="2013", marker=".article-body", body=".article-body", judged=True),
    ),
    rules=(
        drop(
            "related",
            css="#trendingSidebar, #article-bottom, .related, .recommended",
            text="Read more:?|MORE ABOUT|READ MORE",
        ),
        drop("byline", css="#author, .author-name, time"),
        drop("caption", css="[class*='caption']"),
        drop(
            "advert",
            name="vouchers",
            css="aside",
            text="Voucher Codes|(?:Save|Get) up to .{3,30} (?:on|off|with) .{5,120}",
        ),
    ),
    lines=(
        "MORE ABOUT",
        "Voucher Codes",
        "Create a FREE account to continue reading",
        "The Evening Standard has been championing .{20,200}",
    ),
    packs=(ENGLISH,),
)
