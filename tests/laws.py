"""The laws as functions of a page and its record, and pages at random to hold them against."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import strategies as st
from lxml import etree

import newsclean

UNSEEN = set(
    "script style template head svg math iframe object embed applet select textarea canvas audio video map datalist"
    " title meta link noframes noembed".split()
)
BULLETS = set("•◦▪▫‣⁃∙●○■·|")
"""List marks and the bars between cells: structure, carried by a block's kind. A line's ``-``, ``*`` or ``#`` is too."""
NO_LINE = set("a abbr b bdi cite code del em font i ins mark q s samp small span strong sub sup time tt u var".split())


def letters(text):
    """The characters of a text that no fold may touch, counted."""
    text = unicodedata.normalize("NFC", text)
    return Counter(c for c in text if not c.isspace() and c.isprintable() and c not in BULLETS)


def lines_of(text):
    """The lines of a text, at every character that breaks one."""
    return re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]", text)


def visible(source):
    """The visible text of a page, by an own walk: what stands outside the elements that no reader sees."""
    root = etree.fromstring(
        source.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    )
    if root is None:
        return ""
    pieces = []

    def walk(node):
        if isinstance(node.tag, str) and node.tag not in UNSEEN:
            edge = "" if node.tag in NO_LINE else "\n"
            pieces.append(edge + (node.text or ""))
            for child in node:
                walk(child)
                pieces.append(("" if child.tag in NO_LINE else "\n") + (child.tail or ""))

    for top in (root, *root.itersiblings()):
        walk(top)
    return "".join(pieces)


def accounted(article):
    """What a record says became of the page's text."""
    return "\n".join([*(b.text for b in article.blocks), *(r.text for r in article.removed)])


def assert_accounted(source_text, article):
    """Hold the law of conservation: nothing lost, nothing invented."""
    before, after = letters(source_text), letters(accounted(article))
    lost, invented = before - after, after - before
    assert not invented
    marks = Counter(line.lstrip()[:1] for line in lines_of(source_text))
    assert all(char in "-*#" and count <= (6 if char == "#" else 1) * marks[char] for char, count in lost.items()), lost


def record_of(path):
    """The outcome of a fixture page as one line."""
    path = Path(path)
    try:
        kind = "text" if path.suffix == ".txt" else "html"
        return newsclean.clean(path.read_bytes(), kind=kind, explain=True).to_json()
    except newsclean.Rejected as rejected:
        return str(rejected)


# ------------------------------------------------------------------ pages at random

WORDS = st.sampled_from(
    "the harbour board ferry winter lamps tide clerk Monday quay rain evening boat council money spring pier nets"
    " été Ängste мост река 港口 渡轮 قارب नाव £5 3.5 “night” o’clock e\u0301 ﬁn \u200b \u00ad &amp;amp;".split(" ")
)
SENTENCE = st.lists(WORDS, min_size=3, max_size=30).map(lambda w: " ".join(w).capitalize() + ".")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=5).map(" ".join)
HEADLINE = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
FURNITURE = st.sampled_from(
    ["Advertisement", "Share this", "Read more", "Related articles", "Copyright 2024", "Home", "News", "Subscribe now",
     "Leave a comment", "Also Read", "Hide Ad", ".", ". However", "• dot", "- dash", "# mark", "* star", "```", "1. One",
     "By Ada Lund", "3 May 2024", "Post a Comment (0)", "Previous Post Next Post", "(Reuters)", "—", "|"]
)  # fmt: skip
CHARACTERS = st.text(max_size=60)

INLINE = st.tuples(
    st.sampled_from(["<b>{}</b>", "<a href=x>{}</a>", "<span>{}</span>", "{}<br>", "{}<br><br>", "{}"]), PARAGRAPH
)
LEAF = st.one_of(
    PARAGRAPH.map("<p>{}</p>".format),
    st.lists(INLINE, min_size=1, max_size=4).map(lambda xs: "<p>" + " ".join(t.format(x) for t, x in xs) + "</p>"),
    HEADLINE.map("<h2>{}</h2>".format),
    st.lists(HEADLINE, min_size=1, max_size=5).map(lambda xs: "<ul>" + "".join(f"<li>{x}</li>" for x in xs) + "</ul>"),
    st.lists(HEADLINE, min_size=1, max_size=5).map(lambda xs: "<nav>" + "".join(f"<a href=x>{x}</a>" for x in xs) + "</nav>"),
    st.lists(st.tuples(HEADLINE, HEADLINE), min_size=2, max_size=4).map(
        lambda rows: "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</table>"),
    st.lists(st.one_of(HEADLINE.map("<td>{}</td>".format), HEADLINE.map("<tr><td>{}</td><td>".format), st.sampled_from(
        ["</tr>", "<form>", "</form>", "<tr>loose", "<th>Head", "<table><tr><td>in</td></tr></table>", "<tbody>"])),
        min_size=2, max_size=8).map(lambda parts: "<table>" + "".join(parts) + "</table>"),
    HEADLINE.map("<p>seen <span style='display:none'>{}</span>again</p>".format),
    FURNITURE.map("<p>{}</p>".format), PARAGRAPH, HEADLINE.map("<pre>{}\n  x</pre>".format),
    HEADLINE.map("<figure><img src=a.jpg><figcaption>{}</figcaption></figure>".format),
    CHARACTERS.map(lambda t: "<p>" + t.replace("&", "&amp;").replace("<", "&lt;") + "</p>"),
    st.just("<script>var x = 1;</script>"), st.just("<hr>"), st.just("</div>"), st.just("<div style='display:none'>hidden"),
)  # fmt: skip
TREE = st.recursive(
    LEAF,
    lambda inner: st.tuples(
        st.sampled_from(["div", "section", "article", "blockquote", "aside", "footer", "x-card", "td", "form"]),
        st.sampled_from(["", "story", "related", "comments", "share"]),
        st.lists(inner, min_size=1, max_size=5),
    ).map(lambda t: f"<{t[0]} class='{t[1]}'>{''.join(t[2])}</{t[0]}>"),
    max_leaves=14,
)
HTML = st.tuples(HEADLINE, st.lists(TREE, min_size=1, max_size=6)).map(
    lambda t: f"<html><head><title>{t[0]}</title></head><body><h1>{t[0]}</h1>{''.join(t[1])}</body></html>"
)
LINE = st.one_of(PARAGRAPH, PARAGRAPH, HEADLINE, FURNITURE, CHARACTERS, st.just(""))
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " \n"])


def dumps_of(folder):
    """Dumps made of an outlet's own lines, as its fixtures have them, and of prose, in any order."""
    lines = {line.strip() for path in folder.glob("*/page.txt") for line in path.read_text("utf-8").splitlines()}
    own = st.sampled_from(sorted(line for line in lines if line))
    return st.lists(st.tuples(st.one_of(own, own, LINE), ENDS), min_size=1, max_size=25).map(
        lambda lines: "".join(line + end for line, end in lines)
    )


DUMP = st.lists(st.tuples(LINE, ENDS), min_size=1, max_size=30).map(
    lambda lines: "".join(line + end for line, end in lines)
)
