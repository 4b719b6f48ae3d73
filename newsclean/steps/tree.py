"""The only module that knows the HTML parser.

Everything else sees a `Tree` and elements of which it uses ``tag``, ``text``, ``tail`` and ``get``;
another parser can replace lxml by replacing this file. lxml has four traps that lose text without
an error, and each is sprung here: text is decoded before (`steps.decode`) and handed over with its
encoding named; ``huge_tree`` lifts the limits on depth and on the length of a text node; what stands
after an early ``</html>`` is a sibling of the root and is walked too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from lxml import etree

from newsclean.errors import PluginError, Rejected
from newsclean.limits import Limits

if TYPE_CHECKING:
    from bs4 import BeautifulSoup


class Element(Protocol):
    """What the other steps may use of an element."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, name: str, default: str | None = None) -> str | None:
        """Return an attribute."""


class Tree:
    """A parsed page. It is never edited."""

    __slots__ = ("_roots", "_source")

    def __init__(self, roots: list[Any], source: str) -> None:
        self._roots = roots
        self._source = source

    def walk(self) -> Iterator[Any]:
        """Yield one walker a root; a walker yields (event, element) and can skip a subtree."""
        for root in self._roots:
            yield etree.iterwalk(root, events=("start", "end"))

    def iter(self, *tags: str) -> Iterator[Any]:
        """Yield the elements of these tags in document order."""
        for root in self._roots:
            yield from root.iter(*tags)

    def elements(self) -> list[Any]:
        """Return all elements in document order; while they are held, the next step need not make them anew."""
        return [element for root in self._roots for element in root.iter()]

    def size(self) -> int:
        """Return the number of elements, or a larger number where the source is too short for many."""
        return len(self._source) // 3 if len(self._source) < FEW_CHARS else int(sum(map(_COUNT, self._roots)))

    def select(self, css: str) -> list[Any]:
        """Return the elements that a CSS selector names, in document order.

        Raises:
            PluginError: the selector cannot be read.
        """
        query = compile_css(css)
        return [hit for root in self._roots for hit in query(root)]

    def soup(self) -> BeautifulSoup:
        """Return the page as BeautifulSoup, for plugin authors; slow, made at each call."""
        from bs4 import BeautifulSoup

        return BeautifulSoup(self._source, "lxml")


FEW_CHARS = 200_000
"""An element takes three characters or more, so shorter sources need no count."""
_COUNT: Callable[[Any], Any] = etree.XPath("count(descendant-or-self::*)")
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def hides(element: Any) -> bool:
    """Tell whether an element says of itself that no reader sees it."""
    style = element.get("style")
    return bool(style and _HIDES.search(style)) or element.get("hidden") is not None


@lru_cache(maxsize=8192)
def compile_css(css: str) -> Any:
    """Compile a CSS selector; a pure function of its text, so the cache holds no state of pages."""
    from cssselect import HTMLTranslator, SelectorError

    try:
        xpath = HTMLTranslator().css_to_xpath(css, prefix="descendant-or-self::")
        if _PREFIX.search(_LITERAL.sub("", xpath)):  # would fail in the middle of a page
            raise ValueError("HTML has no namespaces")
        query = etree.XPath(xpath)
        query(etree.Element("html"))  # some mistakes show only when it runs
    except (SelectorError, etree.XPathError, ValueError, RecursionError) as error:
        raise PluginError(f"CSS selector {css!r} cannot be read: {error}") from None
    return query


_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_PREFIX = re.compile(r"(?<!:):(?!:)")


def parse(text: str, limits: Limits, utf8: bytes | None = None) -> Tree:
    """Parse a decoded page.

    Args:
        utf8: the same text in UTF-8, where the caller has it.

    Raises:
        Rejected: ``too_large``, or ``empty`` where the parser finds no element.
    """
    if len(text) > limits.max_chars:
        raise Rejected("too_large", f"{len(text):,} characters; Limits.max_chars is {limits.max_chars:,}")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8") if utf8 is None else utf8, parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise Rejected("empty", "the page holds no element")
    return Tree([root, *root.itersiblings()], text)


UNSEEN = frozenset(
    "script style template head svg math iframe object embed applet select textarea canvas audio video map datalist"
    " title meta link noframes noembed".split()
)
"""Elements whose text no reader sees as text of the page."""
_PARTED = frozenset(("br", "p", "div", "li", "td", "th", "tr", "caption", "h1", "h2", "h3", "h4", "h5", "h6"))


_CHARS: Callable[[Any], Any] = etree.XPath("string-length(normalize-space(.))")


def is_menu(element: Any, links: int, chars: int, share: float) -> bool:
    """Tell whether an element is a list of short links.

    Args:
        links: fewest links.
        chars: most characters a link.
        share: least share of the characters that is inside links.
    """
    found = list(element.iter("a"))
    if len(found) < links:
        return False
    size = _CHARS(element)
    return bool(size <= chars * len(found) and sum(map(_CHARS, found)) >= share * size)


def text_of(element: Any) -> str:
    """Return the words of an element, white space folded; what is `UNSEEN` inside it is left out."""
    return " ".join(_text(element, " ").split())


def lines_of(element: Any) -> str:
    """Return the text of an element with its white space as it stands, and a line break for each ``<br>``."""
    return _text(element, "\n")


def _text(element: Any, gap: str) -> str:
    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if node.tag in _PARTED and node is not element and (gap == " " or event == "start"):
            pieces.append(gap)
        if event == "end":
            if node is not element and node.tail:
                pieces.append(node.tail)
        elif node.tag in UNSEEN and node is not element:
            walker.skip_subtree()
        elif node.text:
            pieces.append(node.text)
    return "".join(pieces)


def script_text(element: Any) -> str:
    """Return the source inside a script element."""
    return "".join(element.itertext())


def path_of(element: Any) -> str:
    """Return a short place such as ``div.story > p`` for a person."""
    parts: list[str] = []
    node = element
    while node is not None and len(parts) < 2:
        name = node.tag if isinstance(node.tag, str) else "?"
        ident, classes = node.get("id"), (node.get("class") or "").split()
        parts.append(name + (f"#{ident}" if ident else "") + (f".{classes[0]}" if classes else ""))
        node = node.getparent()
    return " > ".join(reversed(parts))


def parser_version() -> dict[str, str]:
    """Return name and version of the C library behind the parser."""
    return {"libxml2": ".".join(map(str, etree.LIBXML_VERSION))}
