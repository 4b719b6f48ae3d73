"""Boosted oblivious trees, evaluated by numpy.

In an oblivious tree all nodes of one level ask the same question, so a leaf's number is the answers
read as bits, and a whole ensemble is a few array operations without a branch
(Prokhorenkova et al., *CatBoost: unbiased boosting with categorical features*, NeurIPS 2018). Leaves are
whole numbers: their sum is exact, and a page gets the same verdicts on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Ensemble(NamedTuple):
    """Trees of one depth over named features; `rows` and `borders` are the distinct questions of all of them."""

    names: tuple[str, ...]
    """Features in the order of the columns' rows."""
    rows: NDArray[np.intp]
    """(questions,) row of the feature that a question looks at."""
    borders: NDArray[np.float32]
    """(questions, 1) a question asks whether the feature is above its border."""
    asked: NDArray[np.intp]
    """(depth * trees,) the question of each level of each tree, level by level."""
    leaves: NDArray[np.int16]
    """(trees * 2 ** depth,) values of the leaves, one tree after the other."""
    first: NDArray[np.intp]
    """(trees, 1) place of each tree's first leaf."""
    bias: int
    scale: float
    """One unit of a leaf, in log-odds."""


SLICE = 2048
"""Examples at a time: the answers of all trees for a page of 200,000 lines would take more than a gigabyte."""


def evaluate(trees: Ensemble, columns: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the log-odds of each example.

    Args:
        columns: (features, examples), one row a feature in the order of `Ensemble.names`.
    """
    if columns.shape[1] > SLICE:
        slices = np.split(columns, range(SLICE, columns.shape[1], SLICE), axis=1)
        return np.concatenate([evaluate(trees, part) for part in slices])
    answers = (columns.take(trees.rows, axis=0) > trees.borders).view(np.uint8)
    count = len(trees.first)
    bits = answers.take(trees.asked, axis=0).reshape(len(trees.asked) // count, count, columns.shape[1])
    leaf = bits[-1].astype(np.uint8 if len(bits) <= 8 else np.uint16)
    for level in bits[-2::-1]:
        leaf += leaf
        leaf |= level
    total = trees.leaves.take(leaf + trees.first).sum(axis=0, dtype=np.int64) + trees.bias
    return np.asarray(total * trees.scale, np.float64)


@cache
def load(name: str) -> Ensemble:
    """Return the ensemble that the package ships as ``<name>.npz``."""
    return read(files(__package__).joinpath(f"{name}.npz").read_bytes())


def read(data: bytes) -> Ensemble:
    """Read what `pack` wrote."""
    with np.load(BytesIO(data), allow_pickle=False) as stored:
        leaves = stored["leaves"]
        return Ensemble(
            names=tuple(stored["names"].tolist()),
            rows=stored["rows"].astype(np.intp),
            borders=stored["borders"].astype(np.float32)[:, None],
            asked=stored["asked"].astype(np.intp),
            leaves=leaves.ravel(),
            first=np.arange(len(leaves), dtype=np.intp)[:, None] * leaves.shape[1],
            bias=int(stored["bias"]),
            scale=float(stored["scale"]),
        )


UNIT = 1 / 2048
"""Log-odds of one unit of a leaf: fine beside the noise of training, and 16 in log-odds fit into 16 bits."""


def pack(names: Sequence[str], model: Mapping[str, Any]) -> bytes:
    """Return an ensemble as bytes, made from CatBoost's JSON export; the same model gives the same bytes."""
    trees = model["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    never = (0, float(np.finfo(np.float32).max))  # fills trees that stopped early
    splits = [
        [(split["float_feature_index"], split["border"]) for split in tree["splits"]]
        + [never] * (depth - len(tree["splits"]))
        for tree in trees
    ]
    questions = sorted({question for tree in splits for question in tree})
    place = {question: at for at, question in enumerate(questions)}
    values = np.zeros((len(trees), 1 << depth))
    for row, tree in zip(values, trees, strict=True):
        row[: len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = model["scale_and_bias"]
    stream = BytesIO()
    np.savez_compressed(
        stream,
        names=np.array(names),
        rows=np.array([row for row, _ in questions], np.uint16),
        borders=np.array([border for _, border in questions], np.float32),
        asked=np.array([place[tree[level]] for level in range(depth) for tree in splits], np.uint16),
        leaves=np.clip(np.round(values * scale / UNIT), -32768, 32767).astype(np.int16),
        bias=np.int64(round(float(np.ravel(bias)[0]) / UNIT)),
        scale=np.float64(UNIT),
    )
    return stream.getvalue()


def digest(data: bytes) -> str:
    """Return the name of a set of weights: the first digits of its digest."""
    return hashlib.sha256(data).hexdigest()[:12]
