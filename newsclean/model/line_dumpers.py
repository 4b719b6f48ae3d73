"""Programs that dump a page's text, for training and measuring the judge of lines; each imported when it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.tree import hides, parse

Dumper = Callable[[str], str]
_BREAKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section summary table "
    " tbody tfoot thead tr ul".split()
)
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "iframe", "svg", "select", "textarea"))
_SPACE = re.compile(r"[ \t\xa0]+")


def resiliparse() -> Dumper:
    """Return resiliparse's plain text of the whole page, as datasets of web text use it."""
    from resiliparse.extract.html2text import extract_plain_text

    return lambda source: str(extract_plain_text(source, main_content=False, preserve_formatting=True, alt_texts=False))


def inscriptis() -> Dumper:
    """Return inscriptis' text, which keeps indents and tables."""
    from inscriptis import get_text

    return lambda source: str(get_text(source))


def html_text() -> Dumper:
    """Return the text of the library html-text."""
    import html_text as library

    return lambda source: str(library.extract_text(source))


def text_content() -> Dumper:
    """Return the page's strings joined with nothing between, as lxml's ``text_content`` does."""
    return lambda source: re.sub(r"\s*\n\s*", "\n", _SPACE.sub(" ", "".join(_strings(_root(source))))).strip()


def strings() -> Dumper:
    """Return every string on a line of its own, as BeautifulSoup's ``get_text`` with a line break does."""

    def dump(source: str) -> str:
        pieces = (" ".join(piece.split()) for piece in _strings(_root(source)))
        return "\n".join(piece for piece in pieces if piece)

    return dump


def inner_text() -> Dumper:
    """Return about what a browser's ``innerText`` gives: a line a block, a blank line around paragraphs."""

    def dump(source: str) -> str:
        out: list[str] = []
        _walk(_root(source), out)
        text = _SPACE.sub(" ", "".join(out))
        return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", text)).strip()

    return dump


def _walk(element: Any, out: list[str]) -> None:
    if isinstance(element.tag, str) and element.tag not in _UNSEEN and not hides(element):
        gap = "\n\n" if element.tag == "p" else "\n" if element.tag in _BREAKS else ""
        out += ("\n" if element.tag == "br" else gap, _folded(element.text))
        for child in element:
            _walk(child, out)
        out.append("\t" if element.tag in ("td", "th") else gap)
    out.append(_folded(element.tail))


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _strings(element: Any) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag not in _UNSEEN:
        yield element.text or ""
        for child in element:
            yield from _strings(child)
            yield child.tail or ""


def _root(source: str) -> Any:
    return next(parse(source, DEFAULT_LIMITS).iter("html"))


DUMPERS: dict[str, Callable[[], Dumper]] = {
    "resiliparse": resiliparse,
    "inscriptis": inscriptis,
    "html_text": html_text,
    "lxml": text_content,
    "strings": strings,
    "inner_text": inner_text,
}
UNSEEN = "inner_text"
"""Never trained on: shows what the judge does with a program that it does not know."""
