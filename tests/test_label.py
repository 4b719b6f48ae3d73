"""What stands beside the rules: the dump's date prefix, names below a cut, fields from refine and from attributes."""

from newsclean.cleaner import Cleaner
from newsclean.plugin import Layout, Platform, Site, cut, drop
from newsclean.registry import Registry, extend

A = "The harbour board met on Monday to hear how the first winter of the night ferry had gone, and heard mostly good."
B = "Tickets sold out on eleven evenings, the clerk said, and on two of them people were turned away in the rain."
C = "A second boat will be chartered from March, if the council agrees to pay for its lamps and for its crew."
DUMP = "\n\n".join((A, B, C))
LAYOUT = Layout(name="now", marker=".story", body=".story")


def clean(source, plugin=None, **options):
    registry = extend(Registry(), plugin) if plugin else Registry()
    return Cleaner(registry=registry).clean(source, site=plugin.name if plugin else None, explain=True, **options)


def cuts(article):
    return [(r.rule, r.reason, r.text) for r in article.removed]


def test_date_prefix_dates_a_dump_of_any_outlet():
    got = clean(f" date 2025-02-06 {DUMP}", kind="text")
    assert got.text == DUMP
    assert got.date_published.value == "2025-02-06"
    assert got.provenance.field_sources["date_published"] == "dump/date-prefix"
    assert cuts(got) == [("dump/date-prefix", "metadata", "date 2025-02-06")]


def test_date_prefix_gives_way_to_what_the_page_says():
    rule = drop("metadata", name="stamp", text=r"Posted: (?P<date_published>.+)")
    got = clean(f" date 2025-02-06 {DUMP}\nPosted: 2025-02-05T10:00:00Z", Site(name="quay", rules=(rule,)), kind="text")
    assert got.date_published.value == "2025-02-05T10:00:00+00:00"


def test_rules_below_a_cut_name_their_blocks_and_move_the_tail():
    rules = (
        cut("share", text="Share this"), cut("comments", text=r"\d+ comments"),
        drop("metadata", name="stamp", text=r"Posted: (?P<date_published>.+)"),
    )  # fmt: skip
    got = clean(
        f"{DUMP}\nShare this\nMastodon\nPosted: 2025-02-05\nE-mail\n2 comments\nI was there",
        Site(name="quay", rules=rules),
        kind="text",
    )
    assert got.text == DUMP
    assert got.date_published.value == "2025-02-05"
    assert [(rule, text) for rule, _, text in cuts(got)] == [
        ("quay/share", "Share this"), ("quay/share", "Mastodon"), ("quay/stamp", "Posted: 2025-02-05"),
        ("quay/share", "E-mail"), ("quay/comments", "2 comments"), ("quay/comments", "I was there"),
    ]  # fmt: skip


def test_cut_by_place_ends_nothing_outside_the_story():
    page = f"<body><div class=share>Share</div><div class=story><p>{A}</p><p>{B}</p><div class=share>Share</div><p>{C}</p></div></body>"
    site = Site(name="quay", layouts=(LAYOUT,), rules=(cut("share", css=".share"),))
    got = clean(page, site)
    assert got.text == f"{A}\n\n{B}"
    assert cuts(got)[0] == ("quay/share", "share", "Share")


def test_dates_are_read_from_attributes():
    site = Site(name="quay", layouts=(LAYOUT,), fields={"date_published": ".when"})
    for element in (
        "<abbr class=when title=2025-02-05T10:00:00Z>10:00</abbr>",
        "<time class=when datetime=2025-02-05T10:00:00Z>today</time>",
    ):
        got = clean(f"<body>{element}<div class=story><p>{A}</p><p>{B}</p></div></body>", site)
        assert got.date_published.value == "2025-02-05T10:00:00+00:00"


def name_first(blocks, page):
    return [blocks[0]._replace(label="headline"), blocks[1]._replace(label="standfirst"), *blocks[2:]]


def test_what_refine_names_fills_its_field():
    got = clean(
        f"Night ferry to sail again\nThe board was told mostly good news.\n{DUMP}",
        Site(name="quay", refine=name_first),
        kind="text",
    )
    assert (got.title, got.subtitle) == ("Night ferry to sail again", "The board was told mostly good news.")
    assert got.text == DUMP
    assert got.provenance.field_sources["title"] == "quay/refine"


def test_a_platform_leaves_menus_of_unknown_outlets_to_the_judge():
    menu = "Skip to content\nQuayside Post\nHome\nSport\nLetters\nContact us\n\n"
    platform = Platform(
        name="loom",
        lines=("Woven by Loom", "No replies yet"),
        rules=(drop("copyright", text="Woven by Loom|No replies yet"),),
    )
    got = clean(f"{menu}{DUMP}\nNo replies yet\nWoven by Loom", platform, kind="text")
    assert got.text == DUMP
