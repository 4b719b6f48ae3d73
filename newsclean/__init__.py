"""newsclean: the story of a news or blog page, the whole story and nothing else."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import newsclean.sites  # noqa: F401
from newsclean._version import __version__
from newsclean.article import Article, Author, Block, Image, Removal, When
from newsclean.errors import NewscleanError, Rejected
from newsclean.limits import Limits

if TYPE_CHECKING:
    from newsclean.api import clean, clean_many, load_site, register, site_for, sites
    from newsclean.cleaner import Cleaner
    from newsclean.io.fetch import fetch
    from newsclean.io.fetcher import Fetcher, afetch
    from newsclean.learn import SiteLines, learn_lines

__all__ = [
    "Article",
    "Author",
    "Block",
    "Cleaner",
    "Fetcher",
    "Image",
    "Limits",
    "NewscleanError",
    "Rejected",
    "Removal",
    "SiteLines",
    "When",
    "__version__",
    "afetch",
    "clean",
    "clean_many",
    "fetch",
    "learn_lines",
    "load_site",
    "register",
    "site_for",
    "sites",
]

# The parser and the patterns cost two thirds of the import, and not every program that reads records needs them.
_WHEN_USED = {
    "fetch": "newsclean.io.fetch",
    **dict.fromkeys(("Fetcher", "afetch"), "newsclean.io.fetcher"),
    "Cleaner": "newsclean.cleaner",
    **dict.fromkeys(("SiteLines", "learn_lines"), "newsclean.learn"),
    **dict.fromkeys(("clean", "clean_many", "load_site", "register", "site_for", "sites"), "newsclean.api"),
}
del globals()["sites"]  # the package, loaded above so that it is not bound again: the public name is the function


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _WHEN_USED:
        raise AttributeError(f"module 'newsclean' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_WHEN_USED[name]), name)
    return value


def __dir__() -> list[str]:
    return list(__all__)
