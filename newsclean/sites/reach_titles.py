"""Reach local titles."""

from newsclean.packs.english import ENGLISH
from newsclean.platforms.reach import PLATFORM as REACH
from newsclean.plugin import Site, drop

_HOSTS = """
walesonline.co.uk manchestereveningnews.co.uk birminghammail.co.uk liverpoolecho.co.uk chroniclelive.co.uk
bristolpost.co.uk dailyrecord.co.uk dailystar.co.uk belfastlive.co.uk corkbeo.ie dublinlive.ie cornwalllive.com
devonlive.com plymouthherald.co.uk hulldailymail.co.uk nottinghampost.com derbytelegraph.co.uk
leicestermercury.co.uk stokesentinel.co.uk coventrytelegraph.net examinerlive.co.uk gazettelive.co.uk
mylondon.news essexlive.news kentlive.news surreylive.news somersetlive.co.uk gloucestershirelive.co.uk
lincolnshirelive.co.uk grimsbytelegraph.co.uk edinburghlive.co.uk glasgowlive.co.uk aberdeenlive.news
leeds-live.co.uk lancs.live cheshire-live.co.uk dailypost.co.uk birminghamlive.co.uk getsurrey.co.uk
irishmirror.ie football.london
"""
_OUTLETS = """
WalesOnline, Manchester Evening News, Birmingham Live, Birmingham Mail, Liverpool Echo, Chronicle Live, Bristol
Live, Daily Record, Daily Star, Belfast Live, CorkBeo, Dublin Live, Cornwall Live, Devon Live, Plymouth Live,
Hull Live, Nottinghamshire Live, Derbyshire Live, Leicestershire Live, Stoke-on-Trent Live, Coventry Live,
Examiner Live, Teesside Live, MyLondon, Essex Live, Kent Live, Irish Mirror
"""

SITE = Site(
    name="reach_titles",
    hosts=tuple(_HOSTS.split()),
    outlets=tuple(" ".join(name.split()) for name in _OUTLETS.split(",")),
    platform=REACH,
    rules=(
        drop(
            "subscribe",
            name="whatsapp",
            text="(?:Get breaking news|Join us) on .{3,40} WhatsApp.{0,200}|To sign up, simply .{10,200}",
        ),
    ),
    packs=(ENGLISH,),
)
