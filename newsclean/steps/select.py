"""Many CSS selectors over one page for the price of one look at its class names.

A selector that is run alone looks at every element of the page: forty of them cost several times
what parsing cost. Here the selectors of a plugin are read once into the names that they ask for. Of
a page the class names and ids are read, and only a selector that asks for one of those is tried, on
the elements that have it. What this module does not know, such as ``:not()``, is left to the
parser's own engine, so the answers are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import repeat
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
    """What else an element with this name must be."""
    gate: Key
    """A name that must be on the page: the key, or a rarer one of an element around it, ``.story`` in ``.story p``."""


NAMED = frozenset(("class", "id", "part"))
"""Kinds of keys that a page is read for."""


class Selectors:
    """The selectors of a plugin, read once."""

    __slots__ = ("_classes", "_parts", "asked", "idents", "read", "remembered", "unsure")

    def __init__(self, selectors: Iterable[str]) -> None:
        self.read = {css: read(css) for css in selectors}
        every = [(css, one) for css, alternatives in self.read.items() for one in alternatives or ()]
        self.unsure = {css for css, alternatives in self.read.items() if alternatives is None}
        """Selectors of which the names on a page say nothing."""
        self.unsure.update(css for css, one in every if one.gate.kind not in NAMED)
        self.asked: dict[Key, list[str]] = {}
        """Name to the selectors that ask for it."""
        for css, one in every:
            self.asked.setdefault(one.gate, []).append(css)
        keys = {key for _, one in every for key in (one.key, one.gate)}
        self._classes = {key.name: key for key in keys if key.kind == "class"}
        self._parts = [key for key in keys if key.kind == "part"]
        self.idents = {key.name: key for key in keys if key.kind == "id"}
        self.remembered = lru_cache(maxsize=MAX_VALUES)(self.names_in)
        """`names_in`; the pages of an outlet have the same class attributes."""

    def names_in(self, value: str) -> tuple[Key, ...]:
        """Return those names in a class attribute that the selectors ask for."""
        classes = (self._classes[token] for token in dict.fromkeys(value.split()) if token in self._classes)
        return (*classes, *(key for key in self._parts if key.name in value))


MAX_VALUES = 8192
"""Class attributes whose names are remembered for each plugin."""
MAX_VALUE_CHARS = 400
"""Longer ones are not: what a hostile page says is not kept for the life of the process."""


class Finder:
    """The elements of a page that a plugin's selectors name; made for one page and thrown away with it."""

    __slots__ = ("_elements", "_found", "_named", "_selectors", "_touched", "_tree")

    def __init__(self, tree: Tree, selectors: Selectors) -> None:
        self._tree = tree
        self._selectors = selectors
        self._found: dict[str, list[Any]] = {}
        self._elements = tree.elements()
        self._named: dict[Key, list[Any]] = {}
        remembered, names_in, idents = selectors.remembered, selectors.names_in, selectors.idents
        for element, value in zip(self._elements, self._values("class"), strict=True):
            if value:
                for key in (remembered if len(value) <= MAX_VALUE_CHARS else names_in)(value):
                    self._named.setdefault(key, []).append(element)
        for element, value in zip(self._elements, self._values("id"), strict=True) if idents else ():
            if value in idents:
                self._named.setdefault(idents[value], []).append(element)
        touched = (css for key in self._named for css in selectors.asked.get(key, ()))
        self._touched = selectors.unsure.union(touched)

    def _values(self, attribute: str) -> Iterable[str | None]:
        """Return an attribute of each element: asked of all in one call, a path to those that have it costs more."""
        elements = self._elements
        return map(type(elements[0]).get, elements, repeat(attribute))

    def select(self, css: str) -> list[Any]:
        """Return the elements that one of the selectors names, in document order."""
        hits = self.find(css)
        if len(hits) < 2:
            return hits
        named = set(hits)
        return [element for element in self._elements if element in named]

    def find(self, css: str) -> list[Any]:
        """Return the elements that one of the selectors names, in any order, perhaps twice: their place orders them."""
        if css not in self._touched:
            return []
        if css not in self._found:
            self._found[css] = self._find(css)
        return self._found[css]

    def _find(self, css: str) -> list[Any]:
        alternatives = self._selectors.read[css]
        if alternatives is None:
            return self._tree.select(css)
        tried = [one for one in alternatives if one.gate.kind not in NAMED or one.gate in self._named]
        return [e for one in tried for e in self._of(one) if one.test is _any or one.test(e)]

    def _of(self, one: Alternative) -> Iterable[Any]:
        """Return the elements that an alternative may name."""
        if one.key.kind == "tag" and one.gate.kind in NAMED:
            return (inner for outer in self._named[one.gate] for inner in outer.iter(one.key.name))
        return self._under(one.key)

    def _under(self, key: Key) -> list[Any]:
        if key not in self._named and key.kind not in NAMED:
            self._named[key] = list(self._tree.iter(key.name)) if key.kind == "tag" else self._with(key.name)
        return self._named.get(key, [])

    def _with(self, attribute: str) -> list[Any]:
        values = self._values(attribute)
        return [element for element, value in zip(self._elements, values, strict=True) if value is not None]


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
    keys = sorted(_keys(last), key=_rank)
    if not keys:
        raise LookupError(selector)
    return Alternative(keys[0], _test(node, keys[0]), min((keys[0], *_outer(node)), key=_rank))


_RANK = ("class", "id", "part", "attribute", "tag")


def _rank(key: Key) -> int:
    return _RANK.index(key.kind)


def _outer(node: Any) -> Iterator[Key]:
    """Yield the names that the elements around it must have; a brother is none of them."""
    while type(node).__name__ == "CombinedSelector" and node.combinator in " >":
        node = node.selector
        yield from _keys(node.subselector if type(node).__name__ == "CombinedSelector" else node)


def _keys(node: Any) -> Iterator[Key]:
    """Yield the names in one compound."""
    kind = type(node).__name__
    if kind == "Element":
        if node.element:
            yield Key("tag", node.element.lower())
        return
    yield _key(node)
    yield from _keys(node.selector)


def _key(node: Any) -> Key:
    """Return the name in one part of a compound."""
    kind = type(node).__name__
    if kind == "Class":
        return Key("class", node.class_name)
    if kind == "Hash":
        return Key("id", node.id)
    if kind == "Attrib":
        return Key("part", node.value.value) if _is_part(node) else Key("attribute", node.attrib.lower())
    raise LookupError(kind)


def _is_part(node: Any) -> bool:
    return node.attrib == "class" and node.operator in ("*=", "^=", "$=", "=") and bool(node.value.value)


def _test(node: Any, known: Key | None = None) -> Test:
    """Return the test of one compound or of a chain of them; the last is known to have this name."""
    kind = type(node).__name__
    if kind == "CombinedSelector":
        return _chain(_test(node.selector), node.combinator, _test(node.subselector, known))
    if kind == "Element":
        if node.namespace:
            raise LookupError(node.namespace)
        tag = node.element.lower() if node.element else None
        return _any if tag is None or known == Key("tag", tag) else _is_tag(tag)
    key = _key(node)
    same = key == known and (kind != "Attrib" or node.operator == ("*=" if key.kind == "part" else "exists"))
    rest, own = _test(node.selector, None if same else known), _any if same else _part(node)
    if own is _any or rest is _any:
        return rest if own is _any else own
    return lambda e: own(e) and rest(e)


def _part(node: Any) -> Test:
    """Return the test of one part of a compound."""
    kind = type(node).__name__
    if kind == "Class":
        return _has_token("class", node.class_name)
    return _compares("id", "=", node.id) if kind == "Hash" else _attribute(node)


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
