"""newsclean: the story of a news or blog page, the whole story and nothing else."""

import newsclean.sites  # first, so that the function of the same name takes its place and keeps it
from newsclean._version import __version__
from newsclean.article import Article, Author, Block, Image, Removal, When
from newsclean.cleaner import Cleaner, clean, clean_many, register, site_for, sites
from newsclean.errors import NewscleanError, Rejected
from newsclean.io.fetch import fetch
from newsclean.limits import Limits

__all__ = [
    "Article",
    "Author",
    "Block",
    "Cleaner",
    "Image",
    "Limits",
    "NewscleanError",
    "Rejected",
    "Removal",
    "When",
    "__version__",
    "clean",
    "clean_many",
    "fetch",
    "register",
    "site_for",
    "sites",
]
