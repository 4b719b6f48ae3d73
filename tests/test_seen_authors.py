"""Printed authors: bylines in many tongues, names beside a date, signatures, and what is none of these."""

from __future__ import annotations

import pytest

from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.credit_lines import credits_of, is_credit, name_in
from newsclean.steps.decode import Decoded
from newsclean.steps.desk import Desk
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.marks import marks_near
from newsclean.steps.page import html_page
from newsclean.steps.segment import segment_html

from .field_pages import STORY, fields_of, og, page_of, story_of

H1 = "<h1>A bridge opens</h1>"


def names(html: str) -> list[str]:
    return [author.name for author in fields_of(html).authors]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Mara Veld", ["Mara Veld"]),
        ("By Mara Veld and Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("Von Mara Veld und Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("Par Mara Veld et Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("Por Mara Veld y Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("By Mara Veld, Tom Okoro & Jo Stern", ["Mara Veld", "Tom Okoro", "Jo Stern"]),
        ("Written by: Mara Veld", ["Mara Veld"]),
        ("Ein Beitrag von Mara Veld", ["Mara Veld"]),
        ("5 May 2021 by Mara Veld in Traffic", ["Mara Veld"]),
        ("Datum: 05.05.2021 Autor: Mara Veld Quelle: Post", ["Mara Veld"]),
        ("Mara Veld | Senior Writer | May 5, 2021", ["Mara Veld"]),
        ("By Mara Veld, Full-Stack Drupal Developer", ["Mara Veld"]),
        ("By Veldling | Published: 5 May 2021", ["Veldling"]),
        ("Gespeichert von veldling am 5. Mai 2021 - 18:55", ["veldling"]),
        ("文：中村真子", ["中村真子"]),
        ("Text und Interview: Mara Veld", ["Mara Veld"]),
        ("Themenstarter Veldling", ["Veldling"]),
        ("Author: veld2man am 05.05.2021, 13:36 Uhr", ["veld2man"]),
        ("by Mara Veld ● 5 May 2021 ● 6 min read", ["Mara Veld"]),
        ("by Mara VeldMay 5, 2021", ["Mara Veld"]),
        ("---- by Mara Veld", ["Mara Veld"]),
        ("This post was written by Mara Veld", ["Mara Veld"]),
        ("Text Size", []),
        ("Von Bremen über Emden und Norden bis Borkum", []),
        ("5 May 2021 Member Login", []),
        ("Home > Salm Valley > 5 May 2021", []),
        ("Photo by Mara Veld", []),
        ("Medically reviewed by Mara Veld", []),
        ("By clicking you agree to our terms", []),
        ("Von Brücken und Fähren", []),
        ("Traffic and Transport", []),
    ],
)
def test_lines(line: str, expected: list[str]) -> None:
    assert names(page_of(top=f"{H1}<div>{line}</div>")) == expected


@pytest.mark.parametrize(
    "top",
    [
        "<div><span>By</span><span>Mara Veld</span><span>Reporter</span></div>",
        "<div><b>By</b> <a href=/x>Mara Veld</a>, <i>Chief Correspondent</i></div>",
        "<h6>Author(s)</h6><ul><li>Mara Veld</li></ul>",
        "<div>Mara Veld</div><div>5 May 2021 · 3 min read</div>",
        "<div>Mara Veld</div><div>Last updated:</div>",
        "<div class=byline>Mara Veld</div>",
        "<div><span class=author-name>Mara Veld</span><span>Contributor to the Post</span></div>",
        "<div><span itemprop=author>Mara Veld</span></div>",
    ],
)
def test_elements_part_a_name_from_the_rest(top: str) -> None:
    assert names(page_of(top=H1 + top)) == ["Mara Veld"]


@pytest.mark.parametrize(
    "below",
    ["<div>Written by Mara Veld</div>", "<h5>Autor:</h5><div>Mara Veld/ABC</div>", "<div>(Text: Mara Veld)</div>"],
)
def test_signatures(below: str) -> None:
    assert names(page_of(top=H1, below=below)) == ["Mara Veld"]


def test_the_last_line_of_a_story_may_be_its_signature() -> None:
    assert names(page_of(top=H1, story=STORY + "<p>Mara Veld</p>")) == ["Mara Veld"]


def test_a_section_beside_the_date_is_nobody() -> None:
    menu = "<nav><a href=/t>Valley Transport</a></nav>"
    assert names(page_of(top=menu + H1 + "<div>Valley Transport</div><div>5 May 2021</div>")) == []


def test_the_headline_credits_nobody() -> None:
    top = "<h1>Abroad in a boat, by Orla Finch</h1><div>By Mara Veld</div>"
    assert names(page_of(og("Abroad in a boat, by Orla Finch"), top)) == ["Mara Veld"]


@pytest.mark.parametrize("declared", ["mveld", "m.veld", {"@type": "Organization", "name": "Ferry Post"}])
def test_a_printed_person_outweighs_an_account_and_an_outlet(declared: object) -> None:
    fields = fields_of(page_of(top=H1 + "<div>By Mara Veld</div>", jsonld=story_of(author=declared)))
    assert ([a.name for a in fields.authors], fields.sources["authors"]) == (["Mara Veld"], "html:byline")


def test_a_person_marked_as_the_author_outweighs_the_outlet() -> None:
    outlet = {"@type": "Organization", "name": "Ferry Post"}
    for line, expected in (("Mara Veld", "Mara Veld"), ("Ferry Post Desk", "Ferry Post"), ("traffic", "Ferry Post")):
        top = f"{H1}<div class=author-line>{line}</div>"
        assert names(page_of(top=top, jsonld=story_of(author=outlet))) == [expected]


def test_an_account_needs_an_element_for_authors_or_a_date() -> None:
    assert names(page_of(top=f"{H1}<div class=entry-author>von veldling</div>")) == ["veldling"]
    assert names(page_of(top=f"{H1}<div class=entry-meta>von veldling</div>")) == []


def test_two_who_talk_to_each_other() -> None:
    top = f"{H1}<p class=author>Mara Veld im Gespräch mit Tom Okoro</p>"
    assert names(page_of(top=top.replace("<p", "<div").replace("</p>", "</div>"))) == ["Mara Veld", "Tom Okoro"]


def test_a_menu_of_authors_names_nobody() -> None:
    links = "".join(f"<li><a class=author href=/author/{n}>Name{n} Other{n}</a></li>" for n in "abcdefghijklmnop")
    page = f"<html lang=en><body><nav><ul>{links}</ul></nav>{H1}<article>{STORY}</article></body></html>"
    tree = html_page(Decoded(page, None, "caller"), None, None, DEFAULT_LIMITS)
    assert tree.tree is not None
    labelled = Labelled(segment_html(tree.tree, DEFAULT_LIMITS, seal=True))
    labelled.verdicts = [Verdict("body", "test") if block.tag == "p" else None for block in labelled.blocks]
    desk = Desk(tree, labelled, None, DEFAULT_LIMITS)
    assert marks_near(desk).named == []


def test_a_declared_person_is_not_outweighed() -> None:
    assert names(page_of(top=H1 + "<div>By Orla Finch</div>", jsonld=story_of(author="Mara Veld"))) == ["Mara Veld"]


def test_where_only_an_agency_is_credited_nobody_is_guessed() -> None:
    fields = fields_of(page_of(top=H1 + "<div>By Associated Press</div><div>Frozen Pipes</div><div>5 May 2021</div>"))
    assert (fields.authors, fields.agencies) == ((), ("AP",))


def test_raw_is_the_line_as_printed() -> None:
    (author,) = fields_of(page_of(top=H1 + "<div>By Mara Veld | 5 May 2021</div>")).authors
    assert (author.name, author.raw) == ("Mara Veld", "By Mara Veld | 5 May 2021")


def test_credits() -> None:
    assert [c.text for c in credits_of(["By", "Mara Veld", "and", "Tom Okoro"]) if c.said] == ["Mara Veld", "Tom Okoro"]
    assert name_in("Mara Veld January 5, 2021") == "Mara Veld"
    assert name_in("Loïc Le Clerc") == "Loïc Le Clerc"
    assert name_in("Mara Veld5 May 2021") == "Mara Veld"
    assert name_in("veldling1 am 05.05.2021") == "veldling1"
    assert not is_credit("subscribe", "by subscribe")


def test_who_comments_is_no_author() -> None:
    comment = "<div class='comment-author vcard'>Tom Okoro says:</div>"
    assert names(page_of(top=H1, below=comment)) == []


def test_a_caption_below_a_label_credits_nobody() -> None:
    top = "<div>Redaktion - 5. Mai 2021</div><figure><img src=a.jpg><figcaption>Mara Veld</figcaption></figure>"
    assert "Mara Veld" not in names(page_of(top=H1 + top, lang="de"))


def test_a_name_in_a_list_or_a_link_to_a_subject_is_nobody() -> None:
    links = ("Harbour works", "Mara Veld", "Ferries of the Salm", "Old and new bridges", "Pilots")
    tags = ", ".join(f"<a href=/x>{link}</a>" for link in links)
    assert names(page_of(top=f"{H1}<div>5 May 2021</div><div>Tags: {tags}</div>")) == []
    subject = "<div>5 May 2021 <a href=/category/old-harbour rel=category>Old Harbour</a></div>"
    assert names(page_of(top=H1 + subject)) == []


def test_a_first_line_that_is_a_name() -> None:
    assert names(page_of(top=H1, story="<p>Mara Veld</p>" + STORY)) == ["Mara Veld"]


@pytest.mark.parametrize(
    ("declared", "line", "expected"),
    [
        ("Mara", "By Mara Veld", "Mara Veld"),  # a first name is made whole
        ("Mara", "By Tom Okoro", "Mara"),  # and by nobody else's
        ("Ferry Post Staff", "By Mara Veld", "Mara Veld"),
        ("Ferry Post Staff", "5 May 2021", "Ferry Post Staff"),
        ("Mara Veld", "By Tom Okoro", "Mara Veld"),
    ],
)
def test_what_is_printed_makes_what_is_declared_whole(declared: str, line: str, expected: str) -> None:
    page = page_of(top=f"{H1}<div>{line}</div>", jsonld=story_of(author=declared))
    assert names(page) == [expected]


def test_a_printed_name_does_not_make_other_first_names_go() -> None:
    two = story_of(author=["Mara", "Tom"])
    assert names(page_of(top=f"{H1}<div>By Mara Veld</div>", jsonld=two)) == ["Mara", "Tom"]
    both = page_of(top=f"{H1}<div>By Mara Veld and Tom Okoro</div>", jsonld=two)
    assert names(both) == ["Mara Veld", "Tom Okoro"]
