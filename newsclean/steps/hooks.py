"""A plugin's own functions: called within their time, and held to their promises."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, TypeVar, get_args

from newsclean.article import BlockKind
from newsclean.errors import PluginError
from newsclean.limits import Limits
from newsclean.plan import LABEL_FIELDS, Plan
from newsclean.plugin import LABELS, Story
from newsclean.steps.blocks import Block, fold
from newsclean.steps.budget import OverBudget, limited
from newsclean.steps.label import LINED, Labelled, Verdict
from newsclean.steps.page import Page

T = TypeVar("T")
KINDS: frozenset[str] = frozenset(get_args(BlockKind))
_SPACE = re.compile(r"\s+")


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
    before = visible(labelled)
    after = call_hook(plan, "refine", lambda: checked(plan, plan.refine(before, page), len(before)), limits)  # type: ignore[misc]
    if _words_of(before) != _words_of(after):
        raise PluginError(f"{plan.name}: refine changed the page's words; it may only relabel, split and merge")
    after = [b if b.kind in LINED else b._replace(text=fold(b.text)) for b in after if b.text.strip()]
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
    stories = call_hook(plan, "related", lambda: list(islice(find(blocks, page), len(blocks))), limits)
    if not all(isinstance(story, Story) and isinstance(story.text, str) for story in stories):
        raise PluginError(f"{plan.name}: related must return stories")
    return stories


def call_hook(plan: Plan, name: str, call: Callable[[], T], limits: Limits) -> T:
    """Call a plugin's function within its time.

    Raises:
        PluginError: it raised, or took too long; the message names plugin and function.
    """
    try:
        return limited(call, limits.plugin_seconds)
    except PluginError:
        raise
    except OverBudget:
        raise PluginError(f"{plan.name}: {name} took over {limits.plugin_seconds} s") from None
    except Exception as error:  # whatever a stranger's function raises
        raise PluginError(f"{plan.name}: {name} raised {error!r}") from error


def checked(plan: Plan, blocks: Any, before: int) -> list[Block]:
    """Return what a `refine` gave as a list, if it is a list of blocks."""
    after = list(islice(blocks, 10 * before + 1000))
    for block in after:
        if not isinstance(block, Block) or not isinstance(block.text, str):
            raise PluginError(f"{plan.name}: refine must return blocks, not {type(block).__name__}")
        if block.kind not in KINDS or (block.label and block.label not in LABELS):
            raise PluginError(f"{plan.name}: refine gave a block the kind {block.kind!r} and the label {block.label!r}")
    return after


def _words_of(blocks: Sequence[Block]) -> str:
    return _SPACE.sub("", "".join(block.text for block in blocks))
