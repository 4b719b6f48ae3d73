"""Many CSS selectors over one page for the price of one walk.

A selector that is run alone looks at every element of the page: forty of them cost several times
what parsing cost. Here the page's class names are read once, and each selector is asked only of the
elements that have its rarest name. What this module does not know, such as ``:not()``, is left to
the parser's own engine, so the answers are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from newsclean.steps.tree import Tree, compile_css

Test = Callable[[Any], bool]


class Key(NamedTuple):
    """The name by which an alternative's elements are looked up: the cheapest part of its last compound."""

    kind: str
    """``class``, ``id``, ``part`` (of a class attribute), ``attribute`` or ``tag``."""
    name: str


class Alternative(NamedTuple):
    """One selector of a list that commas part."""

    key: Key
    test: Test


class Finder:
    """The elements of a page by their names; made for one page and thrown away with it."""

    __slots__ = ("_attributes", "_classes", "_idents", "_order", "_tokens", "_tree")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._classes: dict[str, list[Any]] | None = None
        self._idents: dict[str, list[Any]] = {}
        self._tokens: dict[str, list[str]] = {}
        self._attributes: dict[str, list[Any]] = {}
        self._order: dict[Any, int] = {}

    def select(self, css: str) -> list[Any]:
        """Return the elements that a selector names, in document order.

        Raises:
            PluginError: the selector cannot be read.
        """
        hits = self.find(css)
        if len(hits) < 2:
            return hits
        if not self._order:
            self._order = {element: index for index, element in enumerate(self._tree.iter())}
        return sorted(set(hits), key=self._order.__getitem__)

    def find(self, css: str) -> list[Any]:
        """Return the elements that a selector names, in any order, perhaps twice: where they stand says the rest.

        Raises:
            PluginError: the selector cannot be read.
        """
        alternatives = read(css)
        if alternatives is None:
            return self._tree.select(css)
        return [e for key, test in alternatives for e in self._under(key) if test(e)]

    def _under(self, key: Key) -> Iterable[Any]:
        kind, name = key
        if kind == "tag":
            return self._tree.iter(name)
        if kind == "attribute":
            return self._with(name)
        classes = self._read()
        if kind == "id":
            return self._idents.get(name, ())
        if kind == "class":
            values = self._tokens.get(name)
            return [e for value in values for e in classes[value]] if values else ()
        return [e for value, elements in classes.items() if name in value for e in elements]

    def _read(self) -> dict[str, list[Any]]:
        """Return the elements by their class attribute; read at the first question."""
        if self._classes is None:
            self._classes, self._idents = self._tree.names()
            tokens = self._tokens
            for value in self._classes:
                for token in value.split():
                    tokens.setdefault(token, []).append(value)
        return self._classes

    def _with(self, attribute: str) -> list[Any]:
        if attribute not in self._attributes:
            self._attributes[attribute] = self._tree.select(f"[{attribute}]")
        return self._attributes[attribute]


@lru_cache(maxsize=8192)
def read(css: str) -> tuple[Alternative, ...] | None:
    """Read a selector; None for one that only the parser's engine can answer.

    Raises:
        PluginError: it cannot be read at all.
    """
    from cssselect import parse

    compile_css(css)  # says what is wrong with a selector that cannot be read
    try:
        return tuple(_alternative(selector) for selector in parse(css))
    except LookupError:
        return None


def _alternative(selector: Any) -> Alternative:
    if selector.pseudo_element:
        raise LookupError(selector)
    node = selector.parsed_tree
    last = node.subselector if type(node).__name__ == "CombinedSelector" else node
    keys = sorted(_keys(last), key=lambda key: _RANK.index(key.kind))
    if not keys:
        raise LookupError(selector)
    return Alternative(keys[0], _test(node))


_RANK = ("class", "id", "part", "attribute", "tag")


def _keys(node: Any) -> Iterator[Key]:
    kind = type(node).__name__
    if kind == "Class":
        yield Key("class", node.class_name)
    elif kind == "Hash":
        yield Key("id", node.id)
    elif kind == "Attrib":
        yield Key("part", node.value.value) if _is_part(node) else Key("attribute", node.attrib)
    elif kind == "Element":
        if node.element:
            yield Key("tag", node.element.lower())
        return
    else:
        raise LookupError(kind)
    yield from _keys(node.selector)


def _is_part(node: Any) -> bool:
    return node.attrib == "class" and node.operator in ("*=", "^=", "$=", "=") and bool(node.value.value)


def _test(node: Any) -> Test:
    """Return the test of one compound or of a chain of them."""
    kind = type(node).__name__
    if kind == "CombinedSelector":
        return _chain(_test(node.selector), node.combinator, _test(node.subselector))
    if kind == "Element":
        if node.namespace:
            raise LookupError(node.namespace)
        return _is_tag(node.element.lower()) if node.element else _any
    if kind not in ("Class", "Hash", "Attrib"):
        raise LookupError(kind)
    rest = _test(node.selector)
    if kind == "Class":
        own = _has_token("class", node.class_name)
    elif kind == "Hash":
        own = _compares("id", "=", node.id)
    else:
        own = _attribute(node)
    return own if rest is _any else lambda e: own(e) and rest(e)


def _any(element: Any) -> bool:
    return isinstance(element.tag, str)


def _is_tag(tag: str) -> Test:
    return lambda e: bool(e.tag == tag)


def _has_token(attribute: str, token: str) -> Test:
    return lambda e: token in (e.get(attribute) or "").split()


def _attribute(node: Any) -> Test:
    if node.namespace:
        raise LookupError(node.namespace)
    name = node.attrib.lower()
    if node.operator == "exists":
        return lambda e: e.get(name) is not None
    if node.operator == "~=":
        return _has_token(name, node.value.value)
    return _compares(name, node.operator, node.value.value)


def _compares(name: str, operator: str, value: str) -> Test:
    if operator == "=":
        return lambda e: bool(e.get(name) == value)
    if not value or operator not in _COMPARE:
        raise LookupError(operator)
    compare = _COMPARE[operator]
    return lambda e: (held := e.get(name)) is not None and compare(held, value)


_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": str.__contains__,
    "|=": lambda held, value: held == value or held.startswith(value + "-"),
}


def _chain(outer: Test, combinator: str, inner: Test) -> Test:
    if combinator == ">":
        return lambda e: inner(e) and (up := e.getparent()) is not None and outer(up)
    if combinator == " ":
        return lambda e: inner(e) and any(map(outer, e.iterancestors()))
    if combinator == "~":
        return lambda e: inner(e) and any(map(outer, e.itersiblings(preceding=True)))
    if combinator == "+":
        return lambda e: inner(e) and (before := e.getprevious()) is not None and outer(before)
    raise LookupError(combinator)
