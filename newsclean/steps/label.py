"""Give every block a label and the id of what gave it: site rules, platform rules, packs.

Blocks are never changed. A label stands beside its block, a trimmed span beside the block it is
cut from, and a field that a rule's group caught beside both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from newsclean.article import BlockKind, Label
from newsclean.errors import PluginError
from newsclean.limits import Limits
from newsclean.patterns import folded
from newsclean.plan import FIELD_LABELS, Plan, Ready
from newsclean.plugin import Layout
from newsclean.steps.beside import beside_none, is_link, is_title_like, structure
from newsclean.steps.blocks import Block, Segments, weight
from newsclean.steps.dump import LINK_TAG
from newsclean.steps.phrases import sure_line
from newsclean.steps.select import Finder
from newsclean.steps.tree import text_of

LINED = frozenset(("code", "table"))
"""Kinds whose line breaks say something."""


class Verdict(NamedTuple):
    """What a block is and which rule said so."""

    label: Label
    rule: str


class Cut(NamedTuple):
    """A span trimmed out of a block, in places of the block's text."""

    start: int
    end: int
    label: Label
    rule: str


class Found(NamedTuple):
    """A value for a field, as printed, and where it came from."""

    value: str
    source: str
    weak: bool = False
    """Taken only where nothing else was found."""


class Labelled:
    """The blocks of a page with all that was said of them; filled by one call of `clean`."""

    __slots__ = ("blocks", "cuts", "fields", "kinds", "segments", "verdicts")

    def __init__(self, segments: Segments) -> None:
        self.segments = segments
        self.blocks: Sequence[Block] = segments.blocks
        self.verdicts: list[Verdict | None] = [None] * len(segments.blocks)
        self.cuts: dict[int, list[Cut]] = {}
        self.kinds: dict[int, BlockKind] = {}
        self.fields: dict[str, list[Found]] = {}

    def mark(self, start: int, end: int, verdict: Verdict) -> None:
        """Label the blocks from `start` to `end` that have no label yet."""
        for index in range(start, end):
            if self.verdicts[index] is None:
                self.verdicts[index] = verdict

    def found(self, name: str, value: str | None, source: str, *, weak: bool = False) -> None:
        """Note a value for a field."""
        value = " ".join((value or "").split())
        if value:
            values = self.fields.setdefault(name, [])
            values.append(Found(value, source, weak))
            values.sort(key=lambda found: found.weak)

    def kept(self, index: int) -> str:
        """Return what is left of a block's text after trimming."""
        text = self.blocks[index].text
        cuts = self.cuts.get(index)
        if not cuts:
            return text
        pieces, at = [], 0
        for cut in sorted(cuts):
            pieces.append(text[at : cut.start].rstrip() if text[cut.start : cut.end].strip() else text[at : cut.start])
            pieces.append(" " if text[cut.start : cut.end].strip() else "")
            at = max(at, cut.end)
        pieces.append(text[at:])
        joined = "".join(pieces)
        return "\n".join(" ".join(line.split()) for line in joined.split("\n")).strip()

    def size(self) -> int:
        """Return the length of the body in Latin characters; a block without a letter or digit says nothing."""
        texts = (self.kept(i) for i in self.body())
        return sum(weight(text) for text in texts if any(map(str.isalnum, text)))

    def body(self) -> list[int]:
        """Return the places of the blocks that are in the body and hold something after trimming."""
        return [i for i, v in enumerate(self.verdicts) if v is not None and v.label == "body" and self.kept(i)]


class Marks(NamedTuple):
    """Elements that a plugin's selectors name, found before the walk so that each gets a box."""

    scope: list[Any]
    places: list[tuple[Ready, list[Any]]]
    fields: list[tuple[str, list[Any]]]

    def elements(self) -> set[Any]:
        """Return all of them."""
        groups = [self.scope, *(hits for _, hits in self.places), *(hits for _, hits in self.fields)]
        return {element for group in groups for element in group}


def find_marks(tree: Finder, plan: Plan, layout: Layout | None) -> Marks:
    """Run a plugin's selectors over a tree."""
    return Marks(
        scope=tree.find(layout.body) if layout and layout.body else [],
        places=[(ready, hits) for ready in plan.places if ready.rule.css and (hits := tree.find(ready.rule.css))],
        fields=[(name, hits) for name, css in plan.fields.items() if (hits := tree.select(css))],
    )


def choose_layouts(tree: Finder, plan: Plan, captured: Any = None) -> list[Layout]:
    """Return the layouts whose marker is in the page, best first; a date decides between several."""
    present = [layout for layout in plan.layouts if tree.find(layout.marker)]
    if captured is None or len(present) < 2:
        return present
    return sorted(present, key=lambda layout: layout.until is not None and captured.date() > layout.until)


# ------------------------------------------------------------------ rules


def label_html(labelled: Labelled, plan: Plan, layout: Layout, marks: Marks, limits: Limits) -> None:
    """Apply a plugin to a page: places first, then words, inside the layout's scope."""
    segments = labelled.segments
    scope = scope_of(segments, marks.scope)
    inside = set(scope)
    for name, hits in marks.fields:
        values = [value_of(hit, name) for hit in hits]
        for value in values if name in ("authors", "tags") else values[:1]:
            labelled.found(name, value, f"{plan.name}/fields")
        label: Label = FIELD_LABELS.get(name, "metadata")  # type: ignore[assignment]
        for hit in hits:
            _mark_box(labelled, hit, Verdict(label, f"{plan.name}/fields"))
    for ready, hits in marks.places:
        if ready.rule.action == "cut":
            boxes = [segments.boxes[segments.box_of[hit]] for hit in hits if hit in segments.box_of]
            starts = [box.start for box in boxes if box.start < box.end and box.start in inside]
            if starts:
                _cut(labelled, ready, min(starts), scope)
        for hit in hits:
            _mark_box(labelled, hit, Verdict(ready.rule.label, ready.id), links=ready.rule.links)
    _words(labelled, plan, "html", scope, limits)
    outside = Verdict("other", f"{plan.name}/{layout.name}:outside")
    verdicts = labelled.verdicts
    labelled.verdicts = [v or (None if index in inside else outside) for index, v in enumerate(verdicts)]


def value_of(element: Any, name: str) -> str:
    """Return what an element says of a field: its words, or for a date what it holds for machines."""
    if name.startswith("date_"):
        stated = element.get("datetime") or element.get("content")
        if element.tag == "abbr":  # hAtom, which old templates speak, keeps the moment in the title
            stated = stated or element.get("title")
        if stated:
            return str(stated)
    return text_of(element)


MOST = 0.5
"""Share of what the judge found that one place may hold to be dropped."""


def label_judged(labelled: Labelled, plan: Plan, marks: Marks, limits: Limits) -> None:
    """Apply an outlet's rules to what the judge labelled: in the scope and in the body it found, they go first.

    A place that holds most of the body is not dropped: themes wrap whole stories in boxes called after adverts.
    """
    body = frozenset(labelled.body())
    sizes = {index: weight(labelled.kept(index)) for index in body}
    scope = sorted({*body, *scope_of(labelled.segments, marks.scope)})
    judged = {index: labelled.verdicts[index] for index in scope}
    for index in scope:
        labelled.verdicts[index] = None
    for ready, hits in marks.places:
        if ready.rule.action in ("drop", "keep"):
            for hit in hits:
                held = sum(sizes.get(index, 0) for index in scope_of(labelled.segments, (hit,)))
                if ready.rule.action == "keep" or held <= MOST * sum(sizes.values()):
                    _mark_box(labelled, hit, Verdict(ready.rule.label, ready.id), links=ready.rule.links)
    _words(labelled, plan, "html", scope, limits)
    for index in scope:
        if labelled.verdicts[index] is None and index not in body:
            labelled.verdicts[index] = judged[index]


SCOPE_SHARE = 0.85
"""Share of what the judge found that a scope must hold to bound it; below, it is another box of the same name."""


def bound(labelled: Labelled, plan: Plan, layout: Layout, elements: Sequence[Any]) -> bool:
    """Set aside what the judge found outside a layout's scope; return False if the scope is not the story's."""
    inside = set(scope_of(labelled.segments, elements))
    body = labelled.body()
    sizes = {index: weight(labelled.kept(index)) for index in body}
    if sum(size for index, size in sizes.items() if index in inside) < SCOPE_SHARE * sum(sizes.values()) or not body:
        return False
    outside = Verdict("other", f"{plan.name}/{layout.name}:outside")
    for index in body:
        verdict = labelled.verdicts[index]
        if index not in inside and not (verdict and verdict.rule.endswith("/standfirst")):
            labelled.verdicts[index] = outside
    return True


def label_prefix(labelled: Labelled) -> None:
    """Label what a dumping program wrote of its own: the day before the first line, and where links lead.

    The day dates the story if nothing else does.
    """
    for index, block in enumerate(labelled.blocks):
        if block.tag == LINK_TAG:
            labelled.mark(index, index + 1, Verdict("metadata", LINK_RULE))
    if labelled.blocks and labelled.blocks[0].tag == "prefix":
        labelled.mark(0, 1, Verdict("metadata", PREFIX_RULE))
        labelled.found("date_published", labelled.blocks[0].text.split()[1], PREFIX_RULE, weak=True)


PREFIX_RULE, LINK_RULE = "dump/date-prefix", "dump/link"


def label_text(labelled: Labelled, plan: Plan, limits: Limits) -> None:
    """Apply a plugin to the lines of a dump that have no label yet: words alone."""
    _words(labelled, plan, "text", [i for i, verdict in enumerate(labelled.verdicts) if verdict is None], limits)


def finish(labelled: Labelled, plan: Plan, source: str, kind: str, limits: Limits) -> None:
    """Label what no rule names, by its element where that says enough, else as body; then trim the body.

    Args:
        source: last part of the rule id that the body gets: the layout's name, or ``text`` for a dump.
    """
    rule = f"{plan.name}/{source}"
    for index, verdict in enumerate(labelled.verdicts):
        if verdict is None:
            labelled.verdicts[index] = default(labelled, index, rule)
    trim(labelled, plan, kind, limits)


def default(labelled: Labelled, index: int, rule: str) -> Verdict:
    """Return the verdict of a block that no rule names."""
    label = structure(labelled.segments, index)
    if label != "body":
        return Verdict(label, f"structure/{label}")
    notice = sure_line(labelled.blocks[index].text)
    return Verdict(notice, NOTICE_RULE) if notice else Verdict("body", rule)


NOTICE_RULE = "lines/notice"


def scope_of(segments: Segments, elements: Sequence[Any]) -> list[int]:
    """Return the places of the blocks inside these elements, in reading order."""
    inside: set[int] = set()
    for element in elements:
        if element in segments.box_of:
            box = segments.box_of[element]
            inside.update(range(segments.boxes.starts[box], segments.boxes.ends[box]))
    return sorted(inside)


def _mark_box(labelled: Labelled, element: Any, verdict: Verdict, *, links: bool = False) -> None:
    index = labelled.segments.box_of.get(element)
    if index is not None:
        boxes = labelled.segments.boxes
        for at in range(boxes.starts[index], boxes.ends[index]):
            if labelled.verdicts[at] is None and (not links or is_link(labelled.blocks[at])):
                labelled.verdicts[at] = verdict


def _words(labelled: Labelled, plan: Plan, kind: str, scope: Sequence[int], limits: Limits) -> None:
    matcher = plan.words[kind]
    fired: set[str] = set()  # a line that comes again and again is an advertisement's, not a runaway rule's
    most = max(limits.max_fires, len(scope) // 2)
    take: tuple[Ready, int] | None = None
    unsure: dict[int, Ready] = {}
    blocks, find = labelled.blocks, matcher.find
    texts = [blocks[index].text[: limits.max_pattern_chars] for index in scope]
    for at, (index, text) in enumerate(zip(scope, texts, strict=True)):
        ready = find(text)
        if ready and ready.rule.links and not is_link(blocks[index]):
            ready = None
        if ready is None:
            take = take and _take(labelled, take, scope, at)
            continue
        if ready.rule.context:
            unsure[at] = ready
            continue
        if ready.rule.action != "keep":
            fired.add(text)
        if len(fired) > most:
            raise PluginError(f"{plan.name}: its rules fired over {most} times on one page")
        take = (ready, ready.rule.take_next) if ready.rule.take_next else None
        _capture(labelled, ready, text)
        rule = ready.rule
        if rule.action == "cut" and labelled.verdicts[index] is None:
            _cut(labelled, ready, index, scope)
            if rule.side == "after":
                _name_rest(labelled, matcher, ready, scope[at + 1 :], limits)
                break
        else:
            if rule.kind:
                labelled.kinds[index] = rule.kind
            labelled.mark(index, index + 1, Verdict(rule.label, ready.id))
    _beside(labelled, unsure, scope)


def _take(labelled: Labelled, take: tuple[Ready, int], scope: Sequence[int], at: int) -> tuple[Ready, int] | None:
    """Take a bare headline for the rule that matched above it; return what may still be taken."""
    if not take[1] or not is_title_like(labelled.blocks, scope, at):
        return None
    labelled.mark(scope[at], scope[at] + 1, Verdict(take[0].rule.label, take[0].id))
    return take[0], take[1] - 1


def _beside(labelled: Labelled, unsure: Mapping[int, Ready], scope: Sequence[int]) -> None:
    if not unsure:
        return
    told = [(labelled.verdicts[index] or default(labelled, index, "")).label for index in scope]
    for at in beside_none(unsure, told):
        labelled.mark(scope[at], scope[at] + 1, Verdict(unsure[at].rule.label, unsure[at].id))


def _name_rest(labelled: Labelled, matcher: Any, cutter: Ready, rest: Sequence[int], limits: Limits) -> None:
    """Below a cut nothing is kept, but a later rule still names its block and fills its field: "First Published"."""
    verdict = below = Verdict(cutter.rule.label, cutter.id)
    for index in rest:
        text = labelled.blocks[index].text[: limits.max_pattern_chars]
        ready = matcher.find(text)
        if ready:
            _capture(labelled, ready, text)
        if labelled.verdicts[index] != verdict:  # its place had named it before
            continue
        if ready and ready.rule.action != "keep":
            own = Verdict(ready.rule.label, ready.id)
            below = own if ready.rule.action == "cut" and ready.rule.side == "after" else below
            labelled.verdicts[index] = own
        else:
            labelled.verdicts[index] = below


def _capture(labelled: Labelled, ready: Ready, text: str) -> None:
    if ready.fills and ready.pattern and (hit := ready.pattern.fullmatch(text)):
        for name in ready.fills:
            labelled.found(name, hit[name], ready.id)


def _cut(labelled: Labelled, ready: Ready, index: int, scope: Sequence[int]) -> None:
    verdict = Verdict(ready.rule.label, ready.id)
    before = ready.rule.side == "before"
    for other in scope:
        if (other <= index) if before else (other >= index):
            old = labelled.verdicts[other]
            if old is None or old.label == "body":
                labelled.verdicts[other] = verdict


def trim(labelled: Labelled, plan: Plan, kind: str, limits: Limits) -> None:
    """Cut what trim rules find out of the blocks of the body."""
    if not plan.trims[kind]:
        return
    body = [i for i, verdict in enumerate(labelled.verdicts) if verdict is not None and verdict.label == "body"]
    told = folded("\n".join([labelled.blocks[index].text for index in body]))
    trims = [r for r in plan.trims[kind] if r.needs is None or any(word in told for word in r.needs)]
    for index in body if trims else ():
        text = labelled.blocks[index].text
        cuts = labelled.cuts.get(index, [])[:]
        for ready in trims:
            group = "cut" if "cut" in ready.pattern.groupindex else 0  # type: ignore[union-attr]
            for hit in ready.pattern.finditer(text, 0, limits.max_pattern_chars):  # type: ignore[union-attr]
                start, end = hit.span(group)
                if start < end and not any(start < c.end and c.start < end for c in cuts):
                    cuts.append(Cut(start, end, ready.rule.label, ready.id))
                    for name in ready.fills:
                        labelled.found(name, hit[name], ready.id)
        if cuts:
            labelled.cuts[index] = sorted(cuts)
