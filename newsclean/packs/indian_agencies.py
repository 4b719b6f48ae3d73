"""Notices and sign-offs of the Indian wire services (PTI, ANI, IANS), as Indian titles print them."""

from __future__ import annotations

from newsclean.plugin import Pack, drop, trim

_WIRES = "PTI|ANI|IANS|UNI|Reuters|AFP|AP|Bloomberg"

INDIAN_AGENCIES = Pack(
    name="indian_agencies",
    rules=(
        # The notices are sentences that no reporter writes, so they may go from inside a paragraph too.
        trim(
            "syndication_notice",
            name="headline-reworked",
            text=r"\(?only the headline and picture of this (?:report|story) may have been reworked by (?:the )?"
            r"[\w ]{2,40} staff; the rest of the content is auto-generated from a syndicated feed\.?\)?",
        ),
        trim(
            "syndication_notice",
            name="not-edited",
            text=r"\(?(?:except for the headline, )?this (?:story|report) has not been edited by (?:the )?[\w ]{2,40}"
            r" staff and is (?:published|auto-generated) from a syndicated feed\.?\)?",
        ),
        trim(
            "syndication_notice",
            name="wire-feed",
            text=r"\(?this story has been published from a wire agency feed without modifications to the text\.?"
            r"(?: only the headline has been changed\.?)?\)?",
        ),
        # Desk initials such as "vc/vd" say nothing alone: they go only with the agency before them.
        drop(
            "agency_signoff",
            name="sign-off",
            text=r"(?:--?|[–—]) ?(?P<agency>IANS|PTI|ANI|UNI)(?: [a-z]{2,4}(?:/[a-z]{2,4})*/?)?\.?",
            take_next=1,
        ),
        drop("agency_signoff", name="desk", text=r"(?-i:(?P<agency>PTI|IANS|UNI)(?: [A-Z]{2,5}){1,5}\.?)"),
        trim(
            "agency_signoff",
            name="sign-off-inline",
            text=r"(?<=[.!?\"”’)])(?P<cut> ?(?:--?|[–—]) ?(?-i:(?P<agency>IANS|PTI|ANI|UNI))"
            r"(?: [a-z]{2,4}(?:/[a-z]{2,4})+/?)?)$",
        ),
        trim(
            "agency_signoff",
            name="inputs",
            text=r"(?:^|(?<=[.!?\"”’)] ))\(?with (?:agency )?inputs from "
            rf"(?:(?P<agency>(?:{_WIRES})(?:(?:, | and |/)(?:{_WIRES}))*)|agencies)\.?\)?$",
        ),
    ),
)
