"""A story that a page's script holds in the elements of Arc XP's content format (ANS)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newsclean.limits import Limits
from newsclean.steps.page import Page, whole_characters
from newsclean.steps.tree import script_text

OPEN = frozenset(("", "free", "open", "public", "default", "metered", "ouvert", "comun"))
"""``content_code`` of a story that any reader sees, as six outlets write it; a code that is not known is a lock."""


def assigned(page: Page, script_id: str, variable: str, limits: Limits) -> Any:
    """Return the JSON that a script assigns to a variable: ``Fusion.globalContent={...};``; None if there is none."""
    for script in page.tree.iter("script") if page.tree else ():
        if script.get("id") == script_id:
            source = script_text(script)
            _, found, rest = source.partition(f"{variable}=")
            if found and len(rest) <= limits.max_json_chars:
                return _read(rest)
    return None


def _read(source: str) -> Any:
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(source.lstrip())
    except (ValueError, RecursionError):
        return None
    return whole_characters(data)


def is_locked(story: Any) -> bool:
    """Tell whether a story says that not every reader may see it."""
    restrictions = story.get("content_restrictions") if isinstance(story, Mapping) else None
    code = restrictions.get("content_code") if isinstance(restrictions, Mapping) else None
    return isinstance(code, str) and code.lower() not in OPEN


def html_of(elements: Any, depth: int = 0) -> str:
    """Return the running text of a story's elements as HTML; pictures, embeds and links to other stories are none."""
    return "\n".join(_parts(elements, depth))


def _parts(elements: Any, depth: int) -> Iterator[str]:
    for element in elements if isinstance(elements, list) and depth < 4 else ():
        if not isinstance(element, Mapping):
            continue
        kind, content = element.get("type"), element.get("content")
        if kind in ("text", "header") and isinstance(content, str) and content.strip():
            tag = "p" if kind == "text" else "h3"
            yield f"<{tag}>{content}</{tag}>"
        elif kind == "list":
            yield f"<ul>{''.join(f'<li>{item}</li>' for item in _items(element.get('items')))}</ul>"
        elif kind in ("quote", "blockquote"):
            inner = html_of(element.get("content_elements"), depth + 1)
            yield f"<blockquote>{inner or (content if isinstance(content, str) else '')}</blockquote>"
        elif kind == "table":
            yield _table(element)


def _items(items: Any) -> Iterator[str]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, Mapping) and isinstance(item.get("content"), str):
            yield item["content"]


def _table(element: Mapping[str, Any]) -> str:
    rows = element.get("rows")
    cells = (_items(row) for row in (rows if isinstance(rows, list) else ()))
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in cells)}</table>"
