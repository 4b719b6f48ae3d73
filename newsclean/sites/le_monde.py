"""Le Monde."""

from newsclean.packs.french import FRENCH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="le_monde",
    hosts=("lemonde.fr",),
    outlets=("Le Monde",),
    layouts=(
        Layout(name="2019", marker=".article__content", body=".article__desc, .article__content"),
        Layout(name="2014", marker="#articleBody", body="#articleBody", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".catcher, .inread, .article__siblings",
            text=r"(?:Lire aussi|Lire (?:le|la|les|notre|l[’\'])[^:.]{0,60}|Voir aussi|Écouter aussi) ?: ?.{5,240}|Lire aussi Article réservé à nos abonnés.{5,240}|Article réservé à nos abonnés",
        ),
        drop(
            "paywall",
            css=".article__status, .paywall, .friend",
            text=r"Il vous reste [\d.,]+ ?% de cet article à lire\..{0,80}",
        ),
        drop("byline", css=".bloc_signature, .meta__author, .meta__date"),
    ),
    lines=(
        r"Il vous reste [\d.,]+ ?% de cet article à lire\..{0,80}",
        "Lire aussi .{5,240}",
        "Article réservé aux abonnés",
        r"Temps de [Ll]ecture \d+ min\.?",
        "Ajouter à vos sélections",
    ),
    packs=(FRENCH,),
)
