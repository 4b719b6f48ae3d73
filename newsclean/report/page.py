"""A page of HTML without scripts, made of escaped text alone: tables, and bars drawn by widths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root {
  color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --bar: #2f6f9f;
  --paper: #fff; --head: #f4f6f8
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --soft: #9aa6b5; --line: #333c48; --bar: #6fb1de; --paper: #14181d; --head: #1c2229 }
}
body {
  font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
  max-width: 60rem; padding: 0 1rem
}
h1 { font-size: 1.5rem; margin: 0 0 .2rem }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
p { color: var(--soft); margin: .2rem 0 }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .8rem; margin: 1.2rem 0 }
dl div { background: var(--head); border-radius: .4rem; padding: .6rem .8rem }
dt { color: var(--soft); font-size: .8rem }
dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums }
table { border-collapse: collapse; width: 100% }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: .8rem }
th, td { padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
td { overflow-wrap: anywhere }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 6rem }
td.b { width: 40%; padding-top: .55rem }
td.b i { display: block; height: .75rem; background: var(--bar); border-radius: .15rem; min-width: 1px }
""".strip()


def page(title: str, lead: str, parts: Iterable[str]) -> str:
    """Return a whole page; `parts` are made by the functions below."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(lead)}</p>\n{''.join(parts)}</body>\n</html>\n"
    )


def figures(values: Mapping[str, object]) -> str:
    """Return the figures at the head of a page."""
    cells = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(number(value))}</dd></div>" for name, value in values.items()
    )
    return f"<dl>{cells}</dl>\n"


def bars(title: str, counts: Mapping[str, int], *, unit: str = "records", most: int = 30) -> str:
    """Return counts as a table with bars; those beyond `most` are one line."""
    if not counts:
        return ""
    shown = list(counts.items())[:most]
    rest = sum(counts.values()) - sum(value for _, value in shown)
    if rest:
        shown.append((f"{len(counts) - most} others", rest))
    whole, top = sum(counts.values()), max(value for _, value in shown)
    rows = "".join(
        f'<tr><td>{escape(str(name))}</td><td class="n">{value:,}</td><td class="n">{value / whole:.1%}</td>'
        f'<td class="b"><i style="width:{100 * value / top:.1f}%"></i></td></tr>\n'
        for name, value in shown
    )
    head = f'<tr><th></th><th class="n">{escape(unit)}</th><th class="n">share</th><th></th></tr>'
    return f"<h2>{escape(title)}</h2>\n<table>{head}\n{rows}</table>\n"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as a table."""
    given = list(rows)
    if not given:
        return ""
    cells = [
        "<tr>" + "".join(f"<td{numeric(cell)}>{escape(number(cell))}</td>" for cell in row) + "</tr>\n" for row in given
    ]
    names = "".join(f"<th{numeric(cell)}>{escape(name)}</th>" for name, cell in zip(head, given[0], strict=True))
    return f"<h2>{escape(title)}</h2>\n<table><tr>{names}</tr>\n{''.join(cells)}</table>\n"


def numeric(cell: object) -> str:
    """Return the class of a cell."""
    return ' class="n"' if isinstance(cell, (int, float)) and not isinstance(cell, bool) else ""


def number(value: object) -> str:
    """Return a value as a reader writes it."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "" if value is None else str(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
