"""The block model as the package ships it: trees, and the two lexicons that their features look words up in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from newsclean.errors import NewscleanError
from newsclean.model import trees
from newsclean.model.trees import Ensemble

NAME = "blocks.npz"
PROVENANCE = "blocks.json"
"""Where the weights come from and how good they are."""
ENVIRONMENT = "NEWSCLEAN_MODEL"
"""Path of other weights than the package's, such as one fold of a cross-validation."""
UNIT = 1 / 16
"""Log-odds of one unit of a lexicon's weight."""


class BlockModel(NamedTuple):
    """What decides whether a block is part of a story."""

    trees: Ensemble
    names: Mapping[str, float]
    """Words of class names and ids."""
    words: Mapping[str, float]
    """Words of short lines."""
    knots: tuple[tuple[float, float], ...]
    """From confidence to the chance that a body is good, see `newsclean.model.calibrate`; empty before calibration."""
    path: str | None = None
    """The file it was read from; None for the package's own."""


def load() -> BlockModel:
    """Return the package's model, or the one that `ENVIRONMENT` names."""
    return load_from(os.environ.get(ENVIRONMENT))


@cache
def load_from(path: str | None) -> BlockModel:
    """Return the model in a file; None for the package's own."""
    if path is None:
        return read(files(__package__).joinpath(NAME).read_bytes())
    try:
        return read(Path(path).read_bytes())._replace(path=path)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise NewscleanError(f"{ENVIRONMENT}: {path} is no block model: {error}") from None


def read(data: bytes) -> BlockModel:
    """Read what `pack` wrote."""
    with np.load(BytesIO(data), allow_pickle=False) as stored:
        return BlockModel(
            trees=trees.read(stored["trees"].tobytes()),
            names=lexicon(stored["name_words"], stored["name_weights"]),
            words=lexicon(stored["line_words"], stored["line_weights"]),
            knots=tuple((raw, good) for raw, good in stored["knots"].tolist()),
        )


def lexicon(words: NDArray[np.uint8], weights: NDArray[np.int8]) -> dict[str, float]:
    """Return a lexicon from its two arrays."""
    return dict(zip(words.tobytes().decode("utf-8").split("\n"), (weights * UNIT).tolist(), strict=True))


def chance(knots: tuple[tuple[float, float], ...], raw: float) -> float:
    """Return the chance that a body of this confidence is good; the confidence itself before calibration."""
    if not knots:
        return raw
    line = np.array(knots)
    return float(np.interp(raw, line[:, 0], line[:, 1]))


def pack(forest: bytes, names: Mapping[str, float], words: Mapping[str, float]) -> bytes:
    """Return a model as bytes, not yet calibrated."""
    arrays: dict[str, Any] = {"trees": np.frombuffer(forest, np.uint8), "knots": np.zeros((0, 2))}
    for kind, table in (("name", names), ("line", words)):
        kept = sorted((word, round(weight / UNIT)) for word, weight in table.items() if round(weight / UNIT))
        arrays[f"{kind}_words"] = np.frombuffer("\n".join(word for word, _ in kept).encode("utf-8"), np.uint8)
        arrays[f"{kind}_weights"] = np.clip([weight for _, weight in kept], -127, 127).astype(np.int8)
    return stored(arrays)


def with_knots(data: bytes, knots: tuple[tuple[float, float], ...]) -> bytes:
    """Return a model's bytes with its calibration."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return stored({**arrays, "knots": np.array(knots).reshape(-1, 2)})


def stored(arrays: Mapping[str, Any]) -> bytes:
    """Return arrays as the bytes of one file."""
    stream = BytesIO()
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()
