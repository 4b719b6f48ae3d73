"""What is wrong with a plugin, one finding a line, with the file and what to do."""

from __future__ import annotations

import re
import re._constants as constants  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from newsclean.authoring.trial import Trial
from newsclean.errors import PluginError
from newsclean.plan import Plan, Ready, compile_plan
from newsclean.plugin import Platform, Site
from newsclean.registry import Registry, digest

SLOW_SECONDS = 0.02
"""A pattern that takes longer for a line of some thousand characters holds up a run of millions."""


class Finding(NamedTuple):
    """One thing to do."""

    level: Literal["error", "note"]
    file: Path
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.level}: {self.message}"


def check(plugin: Site | Platform, file: Path, registry: Registry, trials: Iterable[Trial]) -> Iterator[Finding]:
    """Yield what is wrong with a plugin.

    Args:
        file: where it is written.
        registry: the other plugins in use.
        trials: what its cases gave; see `newsclean.authoring.trial`.
    """
    yield from conflicts(plugin, file, registry)
    try:
        plan = compile_plan(plugin, digest(plugin))
    except PluginError as error:
        yield Finding("error", file, f"{error}; correct it, nothing else can be looked at before")
        return
    yield from patterns(plan, file)
    yield from dumps(plugin, plan, file)
    yield from cases(plugin, plan, file, list(trials))


def conflicts(plugin: Site | Platform, file: Path, registry: Registry) -> Iterator[Finding]:
    """Yield names and hosts that another plugin has."""
    other = registry.by_name.get(plugin.name)
    if other is not None and other != plugin:
        yield Finding("error", file, f"the name {plugin.name!r} is taken; choose another")
    for host in plugin.hosts if isinstance(plugin, Site) else ():
        holder = registry.site_for(f"https://{host}/")
        if holder is not None and holder.name != plugin.name and host in holder.hosts:
            yield Finding("error", file, f"the host {host!r} is claimed by {holder.name!r}; remove it from one of them")


def patterns(plan: Plan, file: Path) -> Iterator[Finding]:
    """Yield patterns that can hold up a run."""
    for ready in plan.rules:
        if ready.pattern is None or not ready.id.startswith(f"{plan.name}/"):
            continue
        if nested(ready.pattern.pattern):
            yield Finding("error", file, f"{ready.id}: a repetition inside a repetition can take for ever; bound one")
        elif slow(ready):
            yield Finding("error", file, f"{ready.id}: the pattern is slow on long lines; anchor it or bound its .+")


def nested(pattern: str) -> bool:
    """Tell whether an endless repetition holds nothing but another one and what may be missing: ``(\\w+ ?)+``."""
    return _nested(parser.parse(pattern, re.I))


def _nested(items: Any) -> bool:
    for op, value in items:
        if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            _, most, inner = value
            if most == constants.MAXREPEAT and _is_endless(inner):
                return True
        for inner in _inside(op, value):
            if _nested(inner):
                return True
    return False


def _is_endless(items: Any) -> bool:
    """Tell whether a sequence can match one thing in many ways: endless parts, and nothing that must part them."""
    flat = list(items)
    while len(flat) == 1 and flat[0][0] is constants.SUBPATTERN:
        flat = list(flat[0][1][3])
    kinds = [op for op, _ in flat]
    if not any(op in (constants.MAX_REPEAT, constants.MIN_REPEAT) for op in kinds):
        return False
    for op, value in flat:
        if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            if value[1] != constants.MAXREPEAT and value[0] > 0:
                return False
        else:
            return False
    return True


def _inside(op: Any, value: Any) -> list[Any]:
    if op is constants.SUBPATTERN:
        return [value[3]]
    if op is constants.BRANCH:
        return list(value[1])
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        return [value[2]]
    if op in (constants.ASSERT, constants.ASSERT_NOT):
        return [value[1]]
    return []


def slow(ready: Ready) -> bool:
    """Tell whether a pattern takes long for lines that nearly match it."""
    assert ready.pattern is not None
    match = ready.pattern.search if ready.rule.action == "trim" else ready.pattern.fullmatch
    words = re.sub(r"[^\w ]+", " ", ready.rule.text or "")[:40] or "a"
    for unit in ("a", "a ", "1", "A b ", words):
        line = unit * (3000 // len(unit)) + "\n"
        start = time.process_time()
        match(line)
        if time.process_time() - start > SLOW_SECONDS:
            return True
    return False


def dumps(plugin: Site | Platform, plan: Plan, file: Path) -> Iterator[Finding]:
    """Yield what leaves dumps as they are."""
    own = [ready for ready in plan.rules if ready.id.startswith(f"{plan.name}/")]
    silent = [ready.rule.name for ready in own if not ready.rule.text]
    if own and len(silent) == len(own):
        yield Finding("note", file, "no rule has text=: the plugin does nothing for dumps; name the notices' words too")
    elif silent:
        yield Finding("note", file, f"rules without text= do nothing for dumps: {', '.join(silent)}")
    if len(plugin.lines) < 2:
        yield Finding("note", file, "fewer than two lines=: its dumps are not known without an address")


def cases(plugin: Site | Platform, plan: Plan, file: Path, trials: list[Trial]) -> Iterator[Finding]:
    """Yield what no case shows."""
    if not trials:
        yield Finding(
            "error", file, f"no case; `newsclean sites new` makes one, or write fixtures/sites/{plugin.name}/"
        )
        return
    fired = frozenset().union(*(trial.fired for trial in trials))
    for ready in plan.rules:
        if ready.id.startswith(f"{plan.name}/") and ready.id not in fired:
            yield Finding("error", file, f"{ready.id}: fires in no case; add a case that shows it, or remove the rule")
    used = {trial.cleaner for trial in trials}
    for layout in plugin.layouts:
        if f"{plugin.name}/{layout.name}" not in used:
            yield Finding("error", file, f"layout {layout.name!r}: no case uses it; add one, or remove the layout")
    if not any(trial.source == "page.txt" for trial in trials):
        yield Finding("note", file, "no case has a page.txt; a dump of the story shows that the words work")
    for trial in trials:
        for field in trial.wrong:
            missing = "has no record yet; write it with `sites test --write`"
            wrong = missing if field == "record" else f"{field} is not what the record says; see `sites test`"
            yield Finding("error", trial.path, f"{trial.source}: {wrong}")
