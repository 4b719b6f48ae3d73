"""A plugin's own functions: called within their time, and held to their promises.

Whatever a function gives is read once, inside its call, and made anew of plain values; so nothing
of a stranger's reaches the other steps, and whatever goes wrong with it is a `PluginError`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Any, TypeVar, get_args

from newsclean.article import BlockKind
from newsclean.errors import PluginError
from newsclean.limits import Limits
from newsclean.plan import LABEL_FIELDS, Plan
from newsclean.plugin import LABELS, Story
from newsclean.steps.blocks import Block, fold
from newsclean.steps.budget import OverBudget, limited, said
from newsclean.steps.label import LINED, Labelled, Verdict
from newsclean.steps.page import Page

T = TypeVar("T")
KINDS: frozenset[str] = frozenset(get_args(BlockKind))
_SURROGATE = re.compile("[\ud800-\udfff]")


def visible(labelled: Labelled) -> list[Block]:
    """Return the blocks as a plugin's functions see them, each with its label and rule."""
    return [
        block._replace(label=v.label if v else None, rule=v.rule if v else "", kind=labelled.kinds.get(i, block.kind))
        for i, (block, v) in enumerate(zip(labelled.blocks, labelled.verdicts, strict=True))
    ]


def refine(labelled: Labelled, page: Page, plan: Plan, limits: Limits) -> Labelled:
    """Run a plugin's `refine` and check that it kept its promise.

    What it newly calls headline, standfirst, byline or dateline also fills that field.

    Raises:
        PluginError: it raised, took too long, returned something else than blocks, or changed the words.
    """
    if plan.refine is None:
        return labelled
    call, before = plan.refine, tuple(visible(labelled))
    # The plugin gets a list of its own: what it deletes there is missed here.
    given = call_hook(plan, "refine", lambda: checked(plan, call(list(before), page), len(before)), limits)
    after = list(grounded(plan, before, given))
    new = Labelled(labelled.segments._replace(blocks=after))
    new.fields = labelled.fields
    new.verdicts = [Verdict(b.label, b.rule or f"{plan.name}/refine") if b.label else None for b in after]
    named = {(b.text, b.label) for b in before}
    for block, verdict in zip(after, new.verdicts, strict=True):
        if verdict and (name := LABEL_FIELDS.get(verdict.label)) and (block.text, block.label) not in named:
            new.found(name, block.text, verdict.rule)
    return new


def related(labelled: Labelled, page: Page, plan: Plan, limits: Limits) -> list[Story]:
    """Ask a plugin for the other stories of a page.

    Raises:
        PluginError: it raised, took too long, or returned something else than stories.
    """
    if plan.related is None:
        return []
    find, blocks = plan.related, visible(labelled)
    most = len(blocks)
    return call_hook(
        plan, "related", lambda: [story_of(plan, story) for story in islice(find(blocks, page), most)], limits
    )


def call_hook(plan: Plan, name: str, call: Callable[[], T], limits: Limits) -> T:
    """Call a plugin's function within its time.

    Raises:
        PluginError: it raised, or took too long; the message names plugin and function.
    """
    try:
        return limited(call, limits.plugin_seconds)
    except (PluginError, KeyboardInterrupt):
        raise
    except OverBudget:
        raise PluginError(f"{plan.name}: {name} took over {limits.plugin_seconds} s") from None
    except BaseException as error:  # whatever a stranger's function raises, sys.exit() included
        raise PluginError(f"{plan.name}: {name} raised {said(error)}") from error


# ------------------------------------------------------------------ blocks


def checked(plan: Plan, blocks: Any, before: int) -> list[Block]:
    """Return what a `refine` gave as a list, if it is a list of blocks: text, kind, label and rule of each."""
    return [_block(plan, block) for block in islice(blocks, 10 * before + 1000)]


def _block(plan: Plan, block: Any) -> Block:
    if not isinstance(block, Block):
        raise PluginError(f"{plan.name}: refine must return blocks, not {type(block).__name__}")
    text, kind, label, rule = block.text, block.kind, block.label, block.rule
    if not isinstance(text, str) or not isinstance(rule, str):
        raise PluginError(f"{plan.name}: refine must return blocks with a str as text and as rule")
    if kind not in KINDS or (label and label not in LABELS):
        raise PluginError(f"{plan.name}: refine gave a block the kind {kind!r} and the label {label!r}")
    return Block(
        plain(text),
        plain(kind),  # type: ignore[arg-type]
        label=plain(label) if label else None,  # type: ignore[arg-type]
        rule=plain(rule),
    )


def grounded(plan: Plan, before: Sequence[Block], given: Sequence[Block]) -> Iterator[Block]:
    """Yield each block given with everything that a plugin cannot say taken from the blocks that it was made of.

    The words are the same, in the same order, so the place of a block's first and last letter among
    them tells which blocks those were.

    Raises:
        PluginError: the words are not the same.
    """
    words = [_letters(block.text) for block in before]
    if "".join(words) != "".join(_letters(block.text) for block in given):
        raise PluginError(f"{plan.name}: refine changed the page's words; it may only relabel, split and merge")
    sources = [block for block, letters in zip(before, words, strict=True) if letters]
    starts = [0, *accumulate(len(letters) for letters in words if letters)]
    at = 0
    for block in given:
        if size := len(_letters(block.text)):
            first, last = bisect_right(starts, at) - 1, bisect_right(starts, at + size - 1) - 1
            whole = starts[first] == at and starts[last + 1] == at + size
            yield _made_of(block, sources[first : last + 1], begins=starts[first] == at, whole=whole)
            at += size


def _made_of(block: Block, sources: Sequence[Block], *, begins: bool, whole: bool) -> Block:
    """Return a block with the place of its sources; only a source that begins in it counts its links and its mark."""
    first = sources[0]
    same = whole and len(sources) == 1 and block.kind == first.kind
    return first._replace(
        text=block.text if block.kind in LINED else fold(block.text),
        kind=block.kind,
        label=block.label,
        rule=block.rule,
        links=sum(source.links for source in (sources if begins else sources[1:])),
        level=first.level if block.kind == first.kind else None,
        rows=first.rows if same else None,
        end=sources[-1].end,
        marker=first.marker if begins else "",
    )


def _letters(text: str) -> str:
    return "".join(text.split())


# ------------------------------------------------------------------ stories


def story_of(plan: Plan, story: Any) -> Story:
    """Return a story that a `related` gave, if it is one, with plain text in every field."""
    if not isinstance(story, Story):
        raise PluginError(f"{plan.name}: related must return stories, not {type(story).__name__}")
    for name, value in zip(Story._fields, story, strict=True):
        if not isinstance(value, str) and (value is not None or name == "text"):
            raise PluginError(f"{plan.name}: related gave a story whose {name} is a {type(value).__name__}, no str")
    title, outlet, text, date_published, url = (value if value is None else plain(value) for value in story)
    return Story(title, outlet, text or "", date_published, url)


def plain(text: str) -> str:
    """Return a text as a str and no subclass of it, with what UTF-8 cannot hold replaced."""
    return _SURROGATE.sub("\ufffd", str.__str__(text))
