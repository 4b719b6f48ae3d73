"""Site files of Full-Text RSS (one host a file, XPath a line) to TOML plugins.

Nothing of that collection is part of newsclean: a user converts the files that they have. What is
about fetching, logging in or rewriting source has no place in a plugin and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsclean.authoring.files import to_toml
from newsclean.authoring.guess import name_of
from newsclean.errors import PluginError
from newsclean.plan import compile_plan
from newsclean.plugin import Layout, Rule, Site, drop

FIELDS = {"title": "title", "author": "authors", "date": "date_published"}
_LINE = re.compile(r"(?P<key>[a-z_]+)(?:\((?P<of>[^)]*)\))?\s*:\s*(?P<value>.*)", re.I)
_STEP = re.compile(r"(?P<axis>//|/)(?P<tag>\*|[A-Za-z][\w-]*)(?P<tests>(?:\[[^\[\]]*\])*)")
_TEST = re.compile(r"\[([^\[\]]*)\]")
_TOKEN = re.compile(
    r"contains\(\s*concat\(\s*(['\"])\s*\1\s*,\s*(?:normalize-space\(\s*)?@class\s*\)?\s*,\s*(['\"])\s*\2\s*\)\s*,"
    r"\s*(['\"])\s*([\w-]+)\s*\3\s*\)"
)
_COMPARE = {
    "equals": re.compile(r"@([\w:-]+)\s*=\s*(['\"])(.*?)\2"),
    "contains": re.compile(r"contains\(\s*@([\w:-]+)\s*,\s*(['\"])(.*?)\2\s*\)"),
    "starts": re.compile(r"starts-with\(\s*@([\w:-]+)\s*,\s*(['\"])(.*?)\2\s*\)"),
}
_HAS = re.compile(r"@([\w:-]+)")
_SIGN = {"equals": "=", "contains": "*=", "starts": "^="}
_IDENT = re.compile(r"-?[A-Za-z_][\w-]*")


class Converted(NamedTuple):
    """A site made of one file, and the lines that could not be converted, with the reason."""

    site: Site | None
    left: tuple[str, ...]

    def toml(self) -> str:
        """Return the site as TOML."""
        if self.site is None:
            raise PluginError("; ".join(self.left))
        return to_toml(self.site)


def convert_folder(folder: Path) -> Iterator[tuple[Path, Converted]]:
    """Convert the ``.txt`` files of a folder, in the order of their names."""
    for file in sorted(folder.glob("*.txt")):
        yield file, convert(file.read_text(encoding="utf-8", errors="replace"), file.stem)


def convert(source: str, host: str) -> Converted:
    """Convert one file.

    Args:
        host: the file's name without ``.txt``; a leading dot means all subdomains, which a plugin's host always does.
    """
    bodies: list[str] = []
    fields: dict[str, list[str]] = {}
    places: list[str] = []
    left: list[str] = []
    for line in source.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        read = _LINE.match(line)
        try:
            if read is None:
                raise PluginError("no directive")
            _take(read["key"].lower(), read["value"].strip(), bodies, fields, places)
        except PluginError as error:
            left.append(f"{line}: {error}")
    return _made(host.strip(".").lower(), bodies, fields, places, left)


def _take(key: str, value: str, bodies: list[str], fields: dict[str, list[str]], places: list[str]) -> None:
    if key == "body":
        bodies.append(to_css(value))
    elif key in FIELDS:
        fields.setdefault(FIELDS[key], []).append(to_css(value))
    elif key == "strip":
        places.append(to_css(value))
    elif key == "strip_id_or_class":
        token = value.strip("'\"")
        if not re.fullmatch(r"[^\s'\"\\]+", token):
            raise PluginError("no name")
        places.append(f"[id='{token}'], [class*='{token}']")
    elif key == "strip_image_src":
        raise PluginError("pictures are no text")
    elif key not in ("test_url", "tidy", "prune", "autodetect_on_failure", "test_contains"):
        raise PluginError("no directive of a plugin")


def _made(host: str, bodies: list[str], fields: dict[str, list[str]], places: list[str], left: list[str]) -> Converted:
    layouts = [Layout(name="ftr" if at == 1 else f"ftr-{at}", marker=css, body=css) for at, css in enumerate(bodies, 1)]
    rules: list[Rule] = [
        drop("other", name="strip" if at == 1 else f"strip-{at}", css=css)
        for at, css in enumerate(dict.fromkeys(places), 1)
    ]
    if not layouts:
        return Converted(None, (*left, "no body that can be converted"))
    try:
        site = Site(
            name=name_of(host),
            hosts=(host,),
            layouts=tuple(layouts),
            fields={name: ", ".join(css) for name, css in fields.items()},
            rules=tuple(rules),
        )
        compile_plan(site, "")
    except PluginError as error:
        return Converted(None, (*left, str(error)))
    return Converted(site, tuple(left))


def to_css(xpath: str) -> str:
    """Write an XPath as CSS.

    Raises:
        PluginError: it says what CSS cannot say, or what is not read here.
    """
    return ", ".join(_path(path.strip()) for path in _union(xpath))


def _union(xpath: str) -> list[str]:
    """Split at the ``|`` that stand outside brackets and quotes."""
    parts, depth, quote, start = [], 0, "", 0
    for at, sign in enumerate(xpath):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "[(":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and depth == 0:
            parts.append(xpath[start:at])
            start = at + 1
    return [*parts, xpath[start:]]


def _path(xpath: str) -> str:
    steps: list[str] = []
    at = 0
    if xpath.startswith("id("):
        raise PluginError(f"{xpath} is not read")
    while at < len(xpath):
        step = _STEP.match(xpath, at)
        if step is None:
            raise PluginError(f"{xpath[at:]!r} is not CSS")
        gap = "" if not steps else (" " if step["axis"] == "//" else " > ")
        tests = "".join(_test(test) for test in _TEST.findall(step["tests"]))
        tag = "" if step["tag"] == "*" and tests else step["tag"].lower()
        steps.append(gap + tag + tests)
        at = step.end()
    if not steps:
        raise PluginError("nothing to read")
    return "".join(steps)


def _test(test: str) -> str:
    parts = re.split(r"\s+and\s+", test.strip())
    return "".join(map(_condition, parts))


def _condition(test: str) -> str:
    test = test.strip()
    if token := _TOKEN.fullmatch(test):
        return f".{token[4]}"
    for kind, pattern in _COMPARE.items():
        if found := pattern.fullmatch(test):
            name, value = found[1].lower(), found[3]
            if "'" in value or "\\" in value:
                raise PluginError(f"{test!r} is not CSS")
            if kind == "equals" and name == "id" and _IDENT.fullmatch(value):
                return f"#{value}"
            return f"[{name}{_SIGN[kind]}'{value.strip() if kind != 'equals' else value}']"
    if found := _HAS.fullmatch(test):
        return f"[{found[1].lower()}]"
    raise PluginError(f"[{test}] is not CSS")
