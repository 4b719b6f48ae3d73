"""What a change does to the text of real pages: ``python -m newsclean.model.effect CORPUS [--base REVISION]``.

Cleans every page of a corpus with the working tree and with an older revision of it, and prints per dataset how many
pages changed, the characters gained and lost, F1 before and after where the story is known, and a few of the changes.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Key = tuple[str, str]
GRAM = 4
_WORD = re.compile(r"\w+")


class Change(NamedTuple):
    """A page before and after."""

    key: Key
    before: str
    after: str
    story: str | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, clean the pages twice and print the report."""
    parser = argparse.ArgumentParser(
        prog="python -m newsclean.model.effect", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("corpus", type=Path, help="folder of datasets, each with pages/ and truth.jsonl")
    parser.add_argument("--base", default="HEAD", help="revision to compare the working tree with (default: HEAD)")
    parser.add_argument("--dataset", nargs="*", help="only these")
    parser.add_argument("--plugins", action="store_true", help="with plugins; without it they are off on both sides")
    parser.add_argument("--samples", type=int, default=10, help="changed pages to show (default: 10)")
    parser.add_argument("--bodies", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    names = options.dataset or sorted(path.parent.name for path in options.corpus.glob("*/truth.jsonl"))
    if options.bodies:
        for row in bodies(options.corpus, names):
            print(json.dumps(row))
        return
    here = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder, "base")
        subprocess.run(["git", "worktree", "add", "--detach", "--quiet", str(base), options.base], cwd=here, check=True)
        try:
            before, after = (clean_with(tree, options.corpus, names, options.plugins) for tree in (base, here))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(base)], cwd=here, check=True)
    stories = {(name, truth["id"]): truth.get("body") for name in names for truth in read_truths(options.corpus, name)}
    changes = [Change(key, before.get(key, ""), after.get(key, ""), stories[key]) for key in stories]
    print("\n".join(report(changes, options.samples)))


def clean_with(tree: Path, corpus: Path, names: Sequence[str], plugins: bool) -> dict[Key, str]:
    """Return the bodies that one version of the package finds."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    if not plugins:
        environment["NEWSCLEAN_PLUGINS"] = "off"
    command = [sys.executable, "-P", __file__, str(corpus.resolve()), "--bodies", "--dataset", *names]
    lines = subprocess.run(command, env=environment, cwd=tree, stdout=subprocess.PIPE, check=True, text=True).stdout
    return {(row[0], row[1]): row[2] for row in map(json.loads, lines.splitlines())}


def bodies(corpus: Path, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the body of each page; nothing for one that is rejected. Runs in a process of either version."""
    import newsclean

    for name in names:
        for truth in read_truths(corpus, name):
            page = gzip.decompress((corpus / name / "pages" / f"{truth['id']}.html.gz").read_bytes())
            try:
                yield name, truth["id"], newsclean.clean(page, truth.get("url")).text
            except newsclean.Rejected:
                yield name, truth["id"], ""


def read_truths(corpus: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield what is known of the pages of a dataset."""
    with (corpus / name / "truth.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# ------------------------------------------------------------------ report


def report(changes: Sequence[Change], samples: int) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"{'dataset':22}{'pages':>7}{'changed':>9}{'gained':>10}{'lost':>10}{'F1 before':>11}{'after':>8}"
    for name in sorted({change.key[0] for change in changes}):
        yield row(name, [change for change in changes if change.key[0] == name])
    yield row("all", changes)
    changed = [change for change in changes if change.before != change.after]
    for change in random.Random(1).sample(changed, min(samples, len(changed))):
        yield f"\n{change.key[0]}/{change.key[1]}"
        yield from sample(change)


def row(name: str, changes: Sequence[Change]) -> str:
    """Return one line of the table."""
    changed = [change for change in changes if change.before != change.after]
    gained, lost = (sum(pair) for pair in zip(*map(moved, changed), strict=True)) if changed else (0, 0)
    known = [(change.before, change.after, change.story) for change in changes if change.story]
    line = f"{name:22}{len(changes):7}{len(changed):9}{gained:10}{lost:10}"
    if not known:
        return line
    before, after = (mean(f1(story, pair[side]) for *pair, story in known) for side in (0, 1))
    return f"{line}{before:11.4f}{after:8.4f}"


def moved(change: Change) -> tuple[int, int]:
    """Return how many characters of paragraphs a page gained and lost."""
    before, after = Counter(change.before.split("\n\n")), Counter(change.after.split("\n\n"))
    return sum(map(len, (after - before).elements())), sum(map(len, (before - after).elements()))


def sample(change: Change, most: int = 6) -> Iterator[str]:
    """Yield the first paragraphs that came or went."""
    lines = difflib.unified_diff(change.before.split("\n\n"), change.after.split("\n\n"), n=0, lineterm="")
    marked = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    yield from (f"  {line[0]} {line[1:140]}" for line in marked[:most])


def f1(story: str, body: str) -> float:
    """Return the F1 of word 4-grams."""
    wanted, got = grams(story), grams(body)
    both = sum((wanted & got).values())
    return 2 * both / (sum(wanted.values()) + sum(got.values())) if both else 0.0


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Return the multiset of a text's word 4-grams."""
    words = _WORD.findall(text)
    return Counter(zip(*(words[at:] for at in range(min(GRAM, max(1, len(words))))), strict=False))


def mean(values: Iterable[float]) -> float:
    """Return the mean; 0 of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


if __name__ == "__main__":
    main()
