"""The judge of dumps from unknown outlets."""

import pytest

import newsclean

A = "The harbour board met on Monday to hear how the first winter of the night ferry had gone, and heard mostly good."
B = "Tickets sold out on eleven evenings, the clerk said, and on two of them people were turned away in the rain."
C = "A second boat will be chartered from March, if the council agrees to pay for its lamps and for its crew."
VERSE = ["Lamps on the water", "Rain on the stone", "Eleven at the railing", "And nobody going home"]
MENU = ["Home", "Harbour", "Weather", "Contact us", "Sign in"]


def text(*lines):
    return newsclean.clean("\n\n".join(lines), kind="text").text.split("\n\n")


def removed(*lines):
    got = newsclean.clean("\n\n".join(lines), kind="text", explain=True)
    return [(r.rule, r.text) for r in got.removed]


@pytest.mark.parametrize(
    "lines",
    [
        [A, B, C],
        ["Night ferry", A, "Lamps", B],
        [A, *VERSE, B],
        [A, B, *VERSE],
        [*VERSE, A, B],
        [A, "- one lamp", "- two lamps", B],
        ["Copyright law changed for ferries on Monday, the board heard.", A],
        ["Copyright law changed for ferries in 2004", A],
        [A, "Privacy", "Lamps", "Nets", "Tides", B],
        [A, "Read more about the tide tables than you ever wanted to know.", B],
    ],
)
def test_a_clean_text_comes_out_unchanged(lines):
    assert text(*lines) == lines


def test_a_known_notice_goes_and_the_rest_stays():
    assert text(A, "Advertisement", B, "Share this article", C) == [A, B, C]


def test_a_dumped_page_loses_its_furniture():
    tail = ["Latest news", "Lamps for the quay", "Nets mended at last", "Privacy policy", "© 2024 The Quay Echo"]
    lines = [*MENU, "Night ferry pays its way", A, B, C, *tail]
    assert text(*lines) == [A, B, C]
    assert {"lines/menu", "lines/notice"} <= {rule for rule, _ in removed(*lines)}


def test_short_lines_stay_where_nothing_speaks_of_furniture():
    lines = ["Nets", "Lamps", "Tides", "Crew", A, B]
    assert text(*lines) == lines


def test_bare_links_go_with_their_heading():
    assert text(A, B, "Related stories", "Lamps for the quay", "Nets mended", C) == [A, B, C]


def test_ideographs_weigh_more():
    story = "港口委员会星期一开会，听取夜间渡轮第一个冬天的情况，结果大多令人满意，船票十一次售罄，有两个晚上有人在雨中被拒之门外。"
    lines = ["首页", "港口", "天气", "登录", story, "© 2024 港口报"]
    assert text(*lines) == [story]
