"""Train the model of lines: ``python -m newsclean.model.train_lines CORPUS``.

CORPUS is a folder of datasets, each a ``truth.jsonl`` and ``pages/<id>.html.gz``. Pages are dumped by several
programs, and the dumps' units are labelled by alignment with the known bodies. Domains are dealt into five folds.
Pages of datasets without whole bodies get them from newsclean's own cleaner of HTML (`line_data.taught`), and are only
learned from. For each fold a lexicon and a first ensemble are learned from the other four; the second ensemble learns
from the verdicts that pages so get of models which they had no part in. What is reported is each page judged by the
models of its fold; what is shipped is learned from all folds.

Needs the extra ``[train]``; the same corpus and versions give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

import newsclean
from newsclean.model import line_data as data
from newsclean.model import lines, trees
from newsclean.model.line_dumpers import DUMPERS, UNSEEN
from newsclean.model.line_features import Sheet, add_verdicts, first_sheet
from newsclean.model.line_report import report
from newsclean.model.line_texts import texts_of
from newsclean.model.line_words import LEXICON_UNIT, Lexicon, words_of
from newsclean.steps.units import Unit, units_of

SETTINGS = {
    "loss_function": "CrossEntropy", "depth": 6, "learning_rate": 0.15, "l2_leaf_reg": 5, "border_count": 32,
    "bootstrap_type": "Bernoulli", "subsample": 0.5, "sampling_unit": "Group", "random_seed": 7, "thread_count": 2,
    "allow_writing_files": False, "verbose": False,
}  # fmt: skip
TREES = (150, 100)
"""Trees of the first and the second ensemble."""
PLAIN = tuple(name for name in DUMPERS if name not in ("lxml", UNSEEN))
MIN_DOMAINS = 8
"""A word of the lexicon stands on so many domains."""
MIN_SAID, MAX_SAID = 8, 64
"""Least and largest weight of a word, in units of the lexicon."""


class Row(NamedTuple):
    """A dump with its labels."""

    example: data.Example
    dumper: str
    units: list[Unit]
    labels: NDArray[np.float32]
    weights: NDArray[np.float32]
    trained: bool


def main() -> None:
    """Train, report and write the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="where the weights go")
    parser.add_argument("--predictions", type=Path, help="write every page's body, out of fold, for a scorer")
    args = parser.parse_args()
    rows = sorted(rows_of(args.corpus), key=lambda row: row.dumper == "cropped")
    say(f"{len(rows)} dumps, {sum(len(row.units) for row in rows)} units")
    models, seconds = cross_fit(rows)
    scores = report(args.corpus, models, args.predictions)
    say(json.dumps(scores, indent=1))
    ship(rows, seconds, args.out, scores)


def say(text: str) -> None:
    """Print progress with the time."""
    print(time.strftime("%H:%M:%S"), text, flush=True)


# ------------------------------------------------------------------ rows


def lot(text: str) -> int:
    """Return a number drawn by a text, the same in every run."""
    return int(hashlib.sha1(text.encode()).hexdigest(), 16)  # noqa: S324


def rows_of(corpus: Path) -> Iterator[Row]:
    """Yield the dumps of all pages with their labels."""
    from newsclean.steps.decode import decode

    dumpers = {name: make() for name, make in DUMPERS.items()}
    for example in chain(data.examples(corpus, data.SETS + data.SILVER), data.taught(corpus)):
        source = decode(example.source).text
        example = example._replace(source=b"")
        draw = lot(example.id)
        anew, cut = set_anew(draw), PLAIN[(draw + 1) % len(PLAIN)]
        for name, dump in dumpers.items():
            units = units_of(data.lines_of(dump(source)))
            units = relaid(units, draw) if name in anew or name == cut else units
            if units:
                labels = np.array(data.label([unit.text for unit in units], example.body), np.float32)
                row = Row(example, name, units, labels, weights(units, 1.0), name != UNSEEN)
                yield row
                yield from cropped(row, draw) if name == cut else ()
        yield from clean_rows(example, draw)


def set_anew(draw: int) -> set[str]:
    """Return the programs whose dumps of a page are relaid: one that parts blocks, and half the time lxml."""
    return {PLAIN[draw % len(PLAIN)], *(("lxml",) if draw // 4 % 2 else ())}


def relaid(units: list[Unit], draw: int) -> list[Unit]:
    """Return units as another program would set them: each line after one line break, or each after a blank line."""
    way = draw // 8 % 3
    return [unit._replace(gap=way) for unit in units] if way and all(unit.gap for unit in units) else units


def clean_rows(example: data.Example, draw: int) -> Iterator[Row]:
    """Yield the body alone as a dump, all of it to be kept; and with its headline above, as feeds have it."""
    paragraphs = [line for line in example.body.split("\n") if line.strip()]
    glue = "\n" * (1 + draw // 16 % 2)
    units = units_of(data.lines_of(glue.join(paragraphs)))
    if units:
        yield Row(example, "clean", units, np.ones(len(units), np.float32), weights(units, 0.5), True)
    if example.title and draw // 32 % 2:
        headed = units_of(data.lines_of(glue.join([" ".join(example.title.split()), *paragraphs])))
        labels = np.ones(len(headed), np.float32)
        labels[[unit.line == 0 for unit in headed]] = 0
        yield Row(example, "headed", headed, labels, weights(headed, 0.2), True)


def cropped(row: Row, draw: int) -> Iterator[Row]:
    """Yield a dump's story with no more than nine units around it, as short pages and half-cleaned feeds have it."""
    story = np.flatnonzero(row.labels > 0.5)
    if len(story):
        start, end = max(0, int(story[0]) - draw % 10), int(story[-1]) + 1 + draw // 10 % 10
        units = row.units[start:end]
        yield Row(row.example, "cropped", units, row.labels[start:end], weights(units, 0.4), True)


def weights(units: Sequence[Unit], share: float) -> NDArray[np.float32]:
    """Return the weights of a dump's units: words count, and every page as much as the other."""
    words = np.array([len(unit.text.split()) + 2.0 for unit in units], np.float32)
    share_of_words: NDArray[np.float32] = words * np.float32(100 * share) / words.sum()
    return share_of_words


# ------------------------------------------------------------------ learning


def learn_lexicon(rows: Iterable[Row]) -> dict[str, int]:
    """Learn which words speak for a story and which against it, by the number of domains that have them there."""
    kept, cut = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for row in rows:
        if row.dumper != PLAIN[0]:
            continue
        words = words_of([unit.text for unit in row.units])
        for unit, label in zip(words, row.labels, strict=True):
            for word in unit:
                (kept if label > 0.5 else cut)[word].add(row.example.domain)
    known = {word for word in kept.keys() | cut.keys() if len(kept[word] | cut[word]) >= MIN_DOMAINS}
    all_kept = sum(len(kept[word]) for word in known) or 1
    all_cut = sum(len(cut[word]) for word in known) or 1
    out = {}
    for word in sorted(known):
        odds = np.log((len(kept[word]) + 1) / all_kept) - np.log((len(cut[word]) + 1) / all_cut)
        value = round(float(odds) / LEXICON_UNIT)
        if abs(value) >= MIN_SAID:
            out[word] = max(-MAX_SAID, min(MAX_SAID, value))
    return out


class Fit(NamedTuple):
    """An ensemble as trained and as shipped."""

    data: bytes
    ensemble: trees.Ensemble


def fit(names: Sequence[str], parts: Sequence[NDArray[np.float32]], rows: Sequence[Row], count: int) -> Fit:
    """Train one ensemble on columns of rows."""
    import tempfile

    from catboost import CatBoostClassifier, Pool

    table = np.ascontiguousarray(np.concatenate(parts, axis=1).T)
    pool = Pool(
        table,
        np.concatenate([row.labels for row in rows]),
        weight=np.concatenate([row.weights for row in rows]),
        group_id=np.repeat(np.arange(len(rows)), [len(row.units) for row in rows]),
    )
    model = CatBoostClassifier(iterations=count, **SETTINGS)
    model.fit(pool)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        packed = trees.pack(names, json.loads(path.read_text("utf-8")))
    return Fit(packed, trees.read(packed))


def fit_first(rows: Sequence[Row], lexicon: Lexicon) -> Fit:
    """Train the first ensemble."""
    parts = []
    for row in rows:
        sheet = sheet_of(row, lexicon)
        parts.append(sheet.matrix(sheet.names))
    return fit(sheet.names, parts, rows, TREES[0])


def sheet_of(row: Row, lexicon: Lexicon) -> Sheet:
    """Return what the first ensemble sees of a dump."""
    return first_sheet(row.units, texts_of([unit.text for unit in row.units], lexicon))


class Second(NamedTuple):
    """What the second ensemble learns from: columns of the training rows, each made without its own fold."""

    names: tuple[str, ...]
    rows: list[Row]
    parts: list[NDArray[np.float32]]


def cross_fit(rows: Sequence[Row]) -> tuple[list[lines.Model], Second]:
    """Train the models of all folds."""
    taught = [row for row in rows if row.trained]
    firsts: list[tuple[Lexicon, trees.Ensemble]] = []
    second = Second((), [], [])
    for fold in range(data.FOLDS):
        others = [row for row in taught if row.example.fold != fold]
        lexicon = Lexicon.of(learn_lexicon(row for row in rows if row.example.fold != fold))
        first = fit_first(others, lexicon).ensemble
        firsts.append((lexicon, first))
        for row in taught:
            if row.example.fold == fold:
                sheet = sheet_of(row, lexicon)
                add_verdicts(sheet, trees.evaluate(first, sheet.matrix(first.names)))
                second = second._replace(names=sheet.names)
                second.rows.append(row)
                second.parts.append(sheet.matrix(second.names))
        say(f"first ensemble of fold {fold}, {len(lexicon.keys)} words")
    models = []
    for fold, (words, ensemble) in enumerate(firsts):
        learners = [i for i, row in enumerate(second.rows) if row.example.fold != fold]
        got = fit(second.names, [second.parts[i] for i in learners], [second.rows[i] for i in learners], TREES[1])
        models.append(lines.Model(words, ensemble, got.ensemble))
        say(f"second ensemble of fold {fold}")
    return models, second


def ship(rows: Sequence[Row], second: Second, out: Path, scores: dict[str, Any]) -> None:
    """Train on all folds and write what the package ships."""
    lexicon = learn_lexicon(rows)
    first = fit_first([row for row in rows if row.trained], Lexicon.of(lexicon))
    last = fit(second.names, second.parts, second.rows, TREES[1])
    words = "".join(f"{word}\t{value}\n" for word, value in lexicon.items())
    (out / "line_words.tsv").write_text(words, "utf-8")
    (out / "line_first.npz").write_bytes(first.data)
    (out / "line_second.npz").write_bytes(last.data)
    (out / "line_provenance.json").write_text(
        json.dumps({**provenance(rows, words, first, last), "scores": scores}, indent=1) + "\n", "utf-8"
    )
    say("written")


def provenance(rows: Sequence[Row], words: str, first: Fit, last: Fit) -> dict[str, Any]:
    """Return where the weights come from."""
    import catboost

    pages: dict[str, int] = defaultdict(int)
    for row in rows:
        pages[row.example.dataset] += row.dumper == PLAIN[0]
    return {
        "command": "python -m newsclean.model.train_lines CORPUS",
        "date": time.strftime("%Y-%m-%d"),
        "pages": dict(pages),
        "dumps": sum(row.trained for row in rows),
        "units": sum(len(row.units) for row in rows if row.trained),
        "domains": len({row.example.domain for row in rows}),
        "folds": "int(sha1(registrable domain), 16) % 5",
        "dumpers": [name for name in DUMPERS if name != UNSEEN],
        "taught_by": f"newsclean.clean {newsclean.__version__}, its bodies for {', '.join(data.TAUGHT)}",
        "catboost": catboost.__version__,
        "settings": {**SETTINGS, "iterations": list(TREES)},
        "weights": {
            "line_words.tsv": trees.digest(words.encode()),
            "line_first.npz": trees.digest(first.data),
            "line_second.npz": trees.digest(last.data),
        },
    }


if __name__ == "__main__":
    main()
