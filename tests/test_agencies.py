"""Agencies: known by whole names, datelines and sign-offs, never by a word in running text."""

from __future__ import annotations

import pytest

from newsclean.steps.agencies import agencies_of, agency_of, agency_of_dateline, agency_of_signoff


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Reuters", "Reuters"), ("REUTERS", "Reuters"), ("Reuters Staff", "Reuters"), ("By The Associated Press", "AP"),
        ("Press Trust of India", "PTI"), ("(PTI)", "PTI"), ("Agence France-Presse", "AFP"), ("dpa", "dpa"), ("Xinhua", "Xinhua"),
        ("Bloomberg News", "Bloomberg"), ("Anadolu Agency", "Anadolu"), ("PA Media", "PA"),
        ("Reuters reporter Mara Veld", None), ("Mara Veld", None), ("", None), ("x" * 5000, None), ("Apex", None),
    ],
)  # fmt: skip
def test_whole_names(name: str, short: str | None) -> None:
    assert agency_of(name) == short


@pytest.mark.parametrize("name", ["Quelle:dpa", "Quelle: dpa", "quelle dpa", "(dpa)", "dpa"])
def test_what_stands_around_a_name_does_not_matter(name: str) -> None:
    assert agency_of(name) == "dpa"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("dpa/AFP", ("dpa", "AFP")),
        ("PTI, ANI", ("PTI", "ANI")),
        ("Reuters and Mara Veld", ()),
        ("dpa/lno", ("dpa",)),
        ("dpa/veld", ()),
    ],
)
def test_shared_credits(name: str, short: tuple[str, ...]) -> None:
    assert agencies_of(name) == short


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("OSTRAVA, Feb 6 (Reuters) - The ferry company said", "OSTRAVA, Feb 6", "Reuters"),
        ("New Delhi, Jan 1 (PTI) A bridge was opened", "New Delhi, Jan 1", "PTI"),
        ("New Delhi, Jan 1 (PTI): A bridge was opened", "New Delhi, Jan 1", "PTI"),
        ("Salem (Tamil Nadu) [India], March 3 (ANI): A bridge", None, None),
        ("Panaji (Goa)", None, None),
        ("Madurai [Tamil Nadu], March 3 (ANI): A bridge", "Madurai [Tamil Nadu], March 3", "ANI"),
        ("WASHINGTON (AP) — The river rose", "WASHINGTON", "AP"),
        ("Berlin (dpa) - Die Brücke", "Berlin", "dpa"),
        ("Berlin (dpa/lno) - Die Brücke", "Berlin", "dpa"),
        ("Berlin (dpa/veld) - Die Brücke", None, None),
        ("(Bloomberg) -- The shipyard", "", "Bloomberg"),
        ("The Ferry Union (FU) - which is old", None, None),
        ("The captain told Reuters on Monday", None, None),
        ("He spoke first. The agency (Reuters) - was late", None, None),
        ("The bridge, an official said (AFP) - was late", None, None),
        ("", None, None),
        ("(" * 5000, None, None),
    ],
)
def test_datelines(text: str, dateline: str | None, agency: str | None) -> None:
    found = agency_of_dateline(text)
    assert (found.dateline, found.agency) == (dateline, agency) if found else agency is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("--IANS", "IANS"),
        ("--IANS mv/to", "IANS"),
        ("- ANI", "ANI"),
        ("The bridge opens on Friday. (AFP)", "AFP"),
        ("PTI MVD TO", "PTI"),
        ("(Reporting by Mara Veld; Editing by Tom Okoro)", "Reuters"),
        ("(Reporting by Mara Veld in Ostrava and Ana Ruis; writing by Tom Okoro, editing by Lena Holt)", "Reuters"),
        ("(Reporting by Mara Veld)", None),
        ("He told Reuters.", None),
        ("The ferry - AFP says", None),
        ("(FU)", None),
        ("", None),
    ],
)
def test_sign_offs(text: str, agency: str | None) -> None:
    assert agency_of_signoff(text) == agency
