"""Every cap, with its reason.

The figures in the reasons were measured on about 5,900 saved news pages; the caps stand far above
what real pages need and stop every input that is known to make a parser slow.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What `clean` is willing to read. Pass your own to change one."""

    max_chars: int = 10_000_000
    """Characters of a decoded page; above: ``too_large``. The largest real page has 1.6 million."""
    max_depth: int = 512
    """Nesting; above: ``too_deep``. Real pages end at 68; the parser itself loses text below 2,048."""
    max_elements: int = 200_000
    """Elements; above: ``too_many_elements``. Twenty times the largest real page."""
    max_json_chars: int = 2_000_000
    """Characters of one JSON script; a longer one is not read. ``__NEXT_DATA__`` reaches 1 MB."""
    max_pattern_chars: int = 20_000
    """Characters of a block that text rules look at. The longest flattened story seen has 14,000."""
    min_body_chars: int = 60
    """A body below this is no story: ``too_short``. A Chinese, Japanese or Korean one counts three."""
    reject_other_pages: bool = True
    """A page that is surely no article, such as a list of others, is rejected as ``not_an_article``; if False, it is
    only marked, by its kind and the flag ``maybe_no_article``."""
    min_scope_chars: int = 200
    """A layout that yields less is taken as missed; the next one, the platform or the judge is asked."""
    plugin_seconds: float = 2.0
    """Time for one call of a plugin's function; an endless loop in it ends here, and the plugin is dropped."""
    max_fires: int = 400
    """Different lines that one plugin's text rules may remove from one page, or half of its blocks if that is more;
    beyond, a rule is a runaway, and the plugin is dropped. A line that repeats counts once."""


DEFAULT_LIMITS = Limits()
