"""Bylines: names alone, in the order printed; agencies and newsrooms under their own kinds."""

from __future__ import annotations

import pytest

from newsclean.steps.bylines import is_full_name, people


def named(raw: str | None, **options: object) -> list[tuple[str, str]]:
    return [(author.name, author.kind) for author in people(raw, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Mara Veld", ["Mara Veld"]),
        ("By Mara Veld", ["Mara Veld"]),
        ("BY MARA VELD", ["MARA VELD"]),
        ("Von Mara Veld", ["Mara Veld"]),
        ("Von Veld", ["Von Veld"]),
        ("Par Léa Morin", ["Léa Morin"]),
        ("Por Ana Ruis", ["Ana Ruis"]),
        ("By Mara Veld and Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("Mara Veld und Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("Léa Morin et Tom Okoro", ["Léa Morin", "Tom Okoro"]),
        ("Ana Ruis y Tom Okoro", ["Ana Ruis", "Tom Okoro"]),
        ("Mara Veld, Tom Okoro & Ana Ruis", ["Mara Veld", "Tom Okoro", "Ana Ruis"]),
        ("Mara Veld; Tom Okoro", ["Mara Veld", "Tom Okoro"]),
        ("Veld, Mara", ["Mara Veld"]),
        ("Mara Veld, Senior Reporter", ["Mara Veld"]),
        ("Mara Veld, political correspondent", ["Mara Veld"]),
        ("Mara Veld, MSc, RD", ["Mara Veld"]),
        ("Mara Veld in Ostend", ["Mara Veld"]),
        ("Mara Veld mara@example.org", ["Mara Veld"]),
        ("Mara Veld @maraveld", ["Mara Veld"]),
        ("Mara Veld | Updated: Jan 5, 2021", ["Mara Veld"]),
        ("By Mara Veld, Published 5 Jan 2021", ["Mara Veld"]),
        ("Mara Veld, 12.03.2021", ["Mara Veld"]),
        ("Mara (Mimi) Veld", ["Mara (Mimi) Veld"]),
        ("Mara Veld Tech Reporter", ["Mara Veld"]),
        ("Eingestellt von Mara Veld", ["Mara Veld"]),
        ("Eingestellt von Unknown", []),
        ("记者王小明", ["王小明"]),
        ("https://www.facebook.com/maraveld", []),
        ("admin", []),
        ("12345", []),
        ("", []),
        (None, []),
        ("Mara " * 500, []),
    ],
)
def test_names(raw: str | None, names: list[str]) -> None:
    assert [name for name, _ in named(raw)] == names


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Press Trust of India", [("PTI", "agency")]),
        ("By Reuters", [("Reuters", "agency")]),
        ("PTI, ANI", [("PTI", "agency"), ("ANI", "agency")]),
        ("Mara Veld, Associated Press", [("Mara Veld", "person"), ("AP", "agency")]),
        ("MARA VELD Associated Press", [("MARA VELD", "person"), ("AP", "agency")]),
        ("Mara Veld (dpa)", [("Mara Veld", "person"), ("dpa", "agency")]),
        ("Staff Reporter", [("Staff Reporter", "staff")]),
        ("BS Web Team", [("BS Web Team", "staff")]),
        ("Our Correspondent", [("Our Correspondent", "staff")]),
        ("Redaktion", [("Redaktion", "staff")]),
    ],
)
def test_kinds(raw: str, expected: list[tuple[str, str]]) -> None:
    assert named(raw) == expected


def test_the_outlet_is_no_person() -> None:
    assert named("The Ferry Post", site_names=("Ferry Post",)) == [("The Ferry Post", "organization")]


def test_role_and_raw_are_kept() -> None:
    (author,) = people("By Mara Veld, Senior Reporter", url="https://example.org/mara")
    assert (author.role, author.url, author.raw) == (
        "Senior Reporter", "https://example.org/mara", "By Mara Veld, Senior Reporter",
    )  # fmt: skip


@pytest.mark.parametrize(
    "raw", ["See full bio", "More Stories", "3 Min", "Sat, 20 Dec", "weiter", "Image: Ferry Pictures"]
)
def test_furniture_near_a_headline_is_nobody(raw: str) -> None:
    assert named(raw, printed_only=True) == []


@pytest.mark.parametrize(
    ("name", "full"),
    [("Mara Veld", True), ("Mara van der Veld", True), ("Veld", False), ("mara veld", False), ("牛田太", True)],
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full_name(name) is full


def test_an_outlet_with_its_address_is_one_name() -> None:
    (author,) = people("Ferry Post, Salmbruck, Germany", site_names=["Ferry Post"])
    assert (author.name, author.kind) == ("Ferry Post", "organization")


@pytest.mark.parametrize("name", ["The Bridge Committee", "Die Brückenwacht", "Das Magazin"])
def test_a_name_with_an_article_is_no_persons(name: str) -> None:
    assert [author.kind for author in people(f"By {name}")] in (["organization"], ["staff"])


@pytest.mark.parametrize("name", ["Salm Fähren GmbH", "Karin-Veld-Stiftung e.V.", "Ferry Research Institute"])
def test_companies_and_societies_are_no_persons(name: str) -> None:
    assert [kind for _, kind in named(name)] == ["organization"]
