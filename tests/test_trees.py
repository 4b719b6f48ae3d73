"""Boosted oblivious trees: what is packed comes back, and the arithmetic is that of the trees."""

import numpy as np
import pytest

from newsclean.model import trees

MODEL = {
    "oblivious_trees": [
        {
            "splits": [{"float_feature_index": 0, "border": 0.5}, {"float_feature_index": 1, "border": -1.0}],
            "leaf_values": [0.25, -0.5, 1.0, 2.0],
        },
        {"splits": [{"float_feature_index": 1, "border": 3.0}], "leaf_values": [-0.125, 0.5]},
    ],
    "scale_and_bias": [1.0, [0.25]],
}


def by_hand(a, b):
    first = [0.25, -0.5, 1.0, 2.0][(a > 0.5) + 2 * (b > -1.0)]
    return 0.25 + first + (0.5 if b > 3.0 else -0.125)


def test_it_adds_up_the_leaves_that_the_answers_name():
    ensemble = trees.read(trees.pack(["a", "b"], MODEL))
    examples = [(0.0, -2.0), (1.0, -2.0), (0.0, 0.0), (1.0, 0.0), (1.0, 4.0), (0.5, 3.0)]
    got = trees.evaluate(ensemble, np.array(examples, np.float32).T)
    assert got == pytest.approx([by_hand(a, b) for a, b in examples], abs=trees.UNIT)


def test_no_examples_are_no_fault():
    assert trees.evaluate(trees.read(trees.pack(["a", "b"], MODEL)), np.zeros((2, 0), np.float32)).shape == (0,)


def test_the_same_model_gives_the_same_bytes():
    assert trees.pack(["a", "b"], MODEL) == trees.pack(["a", "b"], MODEL)
    assert trees.read(trees.pack(["a", "b"], MODEL)).names == ("a", "b")


def test_many_examples_are_judged_as_few():
    ensemble = trees.read(trees.pack(["a", "b"], MODEL))
    examples = np.random.default_rng(1).normal(0, 2, (2, 3 * trees.SLICE + 5)).astype(np.float32)
    apart = [trees.evaluate(ensemble, examples[:, at : at + 1])[0] for at in range(0, examples.shape[1], 97)]
    assert trees.evaluate(ensemble, examples)[::97].tolist() == apart
