"""The headline: what is printed against what is declared."""

from __future__ import annotations

import pytest

from newsclean.steps.titles import is_site, strip_site

from .field_pages import URL, fields_of, og, page_of, story_of

CRUMB = "<nav><ul><li><h1>Salm: bridge opening, pictures and news</h1></li></ul></nav>"


@pytest.mark.parametrize(
    ("html", "title", "source"),
    [
        # a title for search engines at the end of the breadcrumb, the headline below it
        (page_of(og("At last, the bridge"), CRUMB + "<h2>At last, the bridge</h2>", jsonld=story_of(headline="Salm: bridge opening, pictures and news")), "At last, the bridge", "html:h2"),
        (page_of(og("At last, the bridge"), CRUMB + "<h2><span>Salm</span> <span>At last, the bridge</span></h2>", jsonld=story_of(headline="Salm: bridge opening, pictures and news")), "At last, the bridge", "html:h2"),
        # a kicker, a date or a byline inside the heading
        (page_of(og("At last, the bridge")  , "<h1><span class=x>Traffic</span> <span>At last, the bridge</span></h1>"), "At last, the bridge", "html:h1"),
        (page_of("", "<h1><span class=kicker>Traffic</span> <span>At last, the bridge</span></h1>"), "At last, the bridge", "html:h1"),
        (page_of(og("At last, the bridge"), "<h1>At last, the bridge <small>5 May 2021</small></h1>"), "At last, the bridge", "html:h1"),
        # a kicker that nothing joins to the headline is none of it, unless the outlet declares both as one
        (page_of(og("Traffic - At last, the bridge"), "<h1><span class=kicker>Traffic</span><span>At last, the bridge</span></h1>"), "At last, the bridge", "html:h1"),
        (page_of(og("Traffic: At last, the bridge"), "<h1><span class=kicker>Traffic: </span><span>At last, the bridge</span></h1>"), "Traffic: At last, the bridge", "html:h1"),
        (page_of("", "<h1><span class=kicker>Traffic</span><span>At last, the bridge</span></h1>", jsonld=story_of(headline="Traffic: At last, the bridge")), "Traffic: At last, the bridge", "jsonld:headline"),
        # a translator's tooltip
        (page_of(og("Bridge opens"), below="<div id=goog-gt-tt><h1>Original text</h1></div>"), "Bridge opens", "meta:og:title"),
        # a word in the middle is no kicker
        (page_of("", "<h1>At <em>last</em>, the bridge is open</h1>"), "At last , the bridge is open", "html:h1"),
        # what is declared says less, or other words: the printed one is the headline
        (page_of(og("At last, the bridge is"), "<h1>At last, the bridge is open to all</h1>"), "At last, the bridge is open to all", "html:h1"),
        (page_of(og("Bridge opens"), "<h1>A bridge at last</h1>", jsonld=story_of(headline="Bridge opens")), "A bridge at last", "html:h1"),
        # the kicker has a line of its own, and both declarations include it
        (page_of(og("Traffic: at last"), "<h4>Traffic</h4><h1>At last</h1>", jsonld=story_of(headline="Traffic: at last")), "Traffic: at last", "jsonld:headline"),
        # a heading that names the outlet, or a slogan, is none
        (page_of(og("Bridge opens | Ferry Post"), "<h1>Ferry Post</h1><h2>Bridge opens</h2>"), "Bridge opens", "html:h2"),
        (page_of(og("Bridge opens"), "<h1>Our Weekly Letter</h1>"), "Bridge opens", "meta:og:title"),
        # a title's pieces against the headings, and against the address
        ("<title>Bridge opens at noon | Valley</title><h1>Bridge opens at noon</h1><p>It did.</p>", "Bridge opens at noon", "html:h1"),
        ("<title>The bridge opens today | Valley | Forum</title><p>It did.</p>", "The bridge opens today", "html:title"),
        ("<title>Bridge opens at noon today | Valley | Forum</title><h2>Bridge opens at noon today</h2><p>It did.</p>", "Bridge opens at noon today", "html:h2"),
        ("<title>Post - News » Bridge opens at noon today</title><h1>News</h1><h2>Bridge opens at noon today</h2><p>It did.</p>", "Bridge opens at noon today", "html:h2"),
        ("<title>大桥经过九年的工作终于在星期五通车_交通_河谷日报</title><h1>河谷日报</h1><h2>大桥经过九年的工作终于在星期五通车</h2><p>是的。</p>", "大桥经过九年的工作终于在星期五通车", "html:h2"),
        # hyphens that only say where a word may be parted
        (page_of(og("Bridge opens"), "<h1>Bridge o\u00adpens</h1>"), "Bridge opens", "html:h1"),
    ],
)  # fmt: skip
def test_headline(html: str, title: str, source: str) -> None:
    fields = fields_of(html)
    assert ((fields.title or "").replace(" ,", ","), fields.sources["title"]) == (title.replace(" ,", ","), source)


def test_a_heading_of_the_first_level_below_the_story_is_used_where_there_is_no_other() -> None:
    assert fields_of(page_of(below="<h1>Bridge opens</h1>")).title == "Bridge opens"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Bridge opens - Ferry Post News", "Bridge opens"),
        ("Ferry Post: Bridge opens", "Bridge opens"),
        ("Bridge opens: Town | Ferry Post", "Bridge opens: Town"),
        ("A letter to the Ferry Post about the bridge - and an answer", "A letter to the Ferry Post about the bridge - and an answer"),
    ],
)  # fmt: skip
def test_the_outlets_name_is_taken_off(title: str, bare: str) -> None:
    assert strip_site(title, {"ferrypost"}) == bare


def test_a_sentence_that_names_the_outlet_is_not_its_name() -> None:
    assert is_site("The Ferry Post", {"ferrypost"})
    assert not is_site("Why we of the Ferry Post like bridges", {"ferrypost"})


def test_one_page_is_read_the_same_without_its_address() -> None:
    html = page_of(og("Bridge opens"), "<h1>Bridge opens</h1>")
    assert fields_of(html, url=None).title == fields_of(html, url=URL).title
