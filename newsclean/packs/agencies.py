"""Notices that wire services print with their copy, wherever it appears.

The dateline is part of the story and stays; what is left out here stands below it or between the lines.
"""

from newsclean.plugin import Pack, drop, trim

_NAMES = r"(?-i:(?:[A-Z][\w.'’-]*|and|in|at|by|additional|reporting|writing|editing|de|la|van|von|al|bin|el)[,;]? )*"
"""Names and places in a row: a credit holds nothing else, and a sentence always does."""
_TASK = (
    r"(?-i:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled|Written|Translated)"
    r"(?: and (?:writing|editing|additional reporting))?"
)
_DESK = r"(?-i:Berichterstattung|Geschrieben|Rédigé|Redigiert) (?:durch|von|par)"

REUTERS = Pack(
    name="reuters_copy",
    rules=(
        drop(
            "agency_signoff",
            name="signoff",
            text=rf"\({_TASK} by [^()]{{3,500}}\)\.?|{_TASK} by [^.;]{{3,200}}; ?(?:editing|writing|additional reporting|compiled) .{{3,300}}"
            # "Editing by Hand" is a heading: alone, only reporters are believed, and only with two names
            rf"|(?-i:(?:Additional )?[Rr]eporting by [A-Z][\w.'’-]*) {_NAMES}(?-i:[A-Z])[\w.'’-]*\.?"
            rf"|\({_DESK} [^()]{{3,400}}\)\.?",
        ),
        trim("agency_signoff", name="signoff-inline", text=rf"(?<=[.!?\"”)]) ?\({_TASK} by [^()]{{3,400}}\)\.?$"),
        drop(
            "disclosure",
            name="standards",
            text=r"Our Standards: ?(?:The )?Thomson (?P<agency>Reuters) Trust Principles\.?(?:,? ?opens new tab)?",
        ),
        drop(
            "subscribe",
            name="register",
            text=r"(?:Register now for FREE unlimited access|Sign up for free access|Join now for free) to Reuters\.com(?: Register)?",
        ),
        drop(
            "copyright",
            name="copyright",
            text=r"(?:Copyright )?(?:©|\(c\)|Copyright) ?(?:\d{4} )?Thomson (?P<agency>Reuters)\b.{0,160}",
        ),
    ),
)

AP = Pack(
    name="ap_copy",
    rules=(
        # The line of underscores also parts the items of a digest, so it ends nothing by itself.
        drop("agency_signoff", name="rule", text=r"_{2,}"),
        drop(
            "agency_signoff",
            name="contributors",
            text=r"(?P<agency>AP|Associated Press) (?:[\w-]+ ){0,4}(?:writers?|reporters?|journalists?|correspondents?|photographers?|researchers?) .{3,400}"
            r"\bcontributed(?: to this (?:report|story)| reporting)?(?: from .{2,80})?\.",
        ),
        drop(
            "disclosure",
            name="support",
            text=r"(?:The )?(?P<agency>AP|Associated Press)(?:['’]s?)?(?: [\w ,-]{3,100}?)? receives? (?:financial )?support .{3,600}",
        ),
        drop(
            "disclosure",
            name="responsible",
            text=r"(?:The )?(?P<agency>AP|Associated Press) is solely responsible for .{3,300}",
        ),
        drop(
            "related",
            name="coverage",
            text=r"(?:Follow|Read|Find|See|More)(?: (?:all|more))?(?: of)? ?(?:the )?(?P<agency>AP|Associated Press)(?:['’]s?)? .{3,160}(?:https?://|at:?|here).{0,160}",
        ),
        drop(
            "copyright",
            name="copyright",
            text=r"(?:Copyright )?(?:©|\(c\)|Copyright)? ?(?:\d{4} )?The (?P<agency>Associated Press)\. All rights reserved\..{0,160}",
        ),
    ),
)

AFP = Pack(
    name="afp_copy",
    rules=(
        drop("agency_signoff", name="credit", text=r"\(?(?P<agency>AFP)\)?|(?:avec|with) (?-i:AFP)"),
        # Initials of writer and editors: "burs-kl/mno".
        drop(
            "agency_signoff",
            name="codes",
            text=r"(?-i:(?:burs-)?[a-z]{2,4}(?:-[a-z]{2,4})?/[a-z]{2,4}(?:[/-][a-z]{2,4})*)",
        ),
        drop(
            "copyright",
            name="copyright",
            text=r"(?:Copyright )?(?:©|\(c\)|Copyright) ?(?:\d{4} )?(?P<agency>AFP|Agence France-Presse)\b.{0,160}",
        ),
    ),
)

DPA = Pack(
    name="dpa_copy",
    rules=(
        drop(
            "agency_signoff",
            name="credit",
            text=r"\(?(?:mit )?(?:Material (?:von|der) )?(?-i:(?P<agency>dpa|AFP|epd|KNA|SID))(?:[/, -]+[\w-]{2,12}){0,4}\)?\.?",
        ),
        drop("copyright", name="copyright", text=r"© ?dpa(?:-infocom)?,? ?dpa:.{4,60}|© ?dpa(?:-infocom)? GmbH.{0,60}"),
    ),
)

BLOOMBERG = Pack(
    name="bloomberg_copy",
    rules=(
        drop(
            "agency_signoff",
            name="assistance",
            text=r"(?:--?|[–—]) ?With assistance (?:from|by) [^.]{3,200}\.?|To contact (?:the (?:reporters?|editors?)|Bloomberg News staff) .{20,400}",
        ),
        drop(
            "related",
            name="more",
            text=r"More stories like this are available on bloomberg\.com\.?|Most Read from Bloomberg(?: .{3,30})?",
        ),
        drop("copyright", name="copyright", text=r"(?:©|\(c\)) ?\d{4} (?P<agency>Bloomberg) L\.?P\.?.{0,80}"),
    ),
)

EFE = Pack(
    name="efe_copy",
    rules=(
        drop("agency_signoff", name="credit", text=r"\(?(?-i:(?P<agency>EFE|Europa Press|EUROPA PRESS))\)?\.?"),
        drop("agency_signoff", name="codes", text=r"(?-i:(?P<agency>EFE) ?[a-z]{2,4}(?:/[a-z]{2,4})+)"),
        drop("copyright", name="copyright", text=r"(?:©|\(c\)) ?(?P<agency>Agencia EFE).{0,80}"),
    ),
)
