"""Labelled blocks and fields into the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean import article as record
from newsclean.article import Article, Removal
from newsclean.steps.blocks import Block, fold
from newsclean.steps.fields import Fields
from newsclean.steps.label import LINED, Labelled, Verdict
from newsclean.steps.page import Page
from newsclean.steps.simhash import simhash64
from newsclean.steps.tree import path_of, text_of
from newsclean.steps.urls import canonical

HEAD_REACH = 4
"""Headline and authors are looked for among this many blocks at the head of the body."""


class Origin(NamedTuple):
    """What made the record: goes into its provenance."""

    version: str
    cleaner: str
    cleaner_version: str
    config_hash: str
    input_sha256: str
    confidence: float | None
    flags: frozenset[str]


def assemble(page: Page, labelled: Labelled, fields: Fields, origin: Origin, *, explain: bool) -> Article:
    """Put the record together."""
    body = labelled.body()
    text = "\n\n".join(render(labelled, i) for i in body)
    decoded = page.decoded
    return Article(
        id="sha256:" + sha256(fields.canonical_url or canonical(page.url, None) or text),
        url=page.url,
        canonical_url=fields.canonical_url,
        title=fields.title,
        subtitle=fields.subtitle,
        description=fields.description,
        text=text,
        blocks=tuple(public_block(labelled, i) for i in body),
        authors=fields.authors,
        agencies=fields.agencies,
        date_published=fields.date_published,
        date_modified=fields.date_modified,
        language=fields.language,
        publisher=fields.publisher,
        section=fields.section,
        tags=fields.tags,
        dateline=fields.dateline,
        images=fields.images,
        kind="article" if fields.kind == "unknown" else fields.kind,
        access=fields.access,
        rights=fields.rights,
        quality=quality(labelled, body, origin, fields),
        fingerprint=record.Fingerprint(text_sha256=sha256(text), simhash64=simhash64(text)),
        provenance=record.Provenance(
            newsclean_version=origin.version,
            cleaner=origin.cleaner,
            cleaner_version=origin.cleaner_version,
            config_hash=origin.config_hash,
            input_kind=page.kind,
            input_sha256=origin.input_sha256,
            encoding=decoded.encoding if decoded else None,
            encoding_source=decoded.source if decoded else None,
            field_sources=dict(sorted({**fields.sources, **body_source(labelled)}.items())),
        ),
        removed=tuple(removals(labelled)) if explain else (),
    )


def body_source(labelled: Labelled) -> dict[str, str]:
    """Return where the body came from, if not from the page's markup."""
    return {"text": found[0].source} if (found := labelled.fields.get("body")) else {}


def sha256(text: str) -> str:
    """Return the hex digest of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def drop_fields(labelled: Labelled, title: str | None, authors: Sequence[record.Author] = ()) -> None:
    """Label the headline and the authors where they stand at the head of the body; a record holds them once."""
    known = {fold(title).casefold(): Verdict("headline", "fields/title")} if title else {}
    for author in authors:
        for name in filter(None, (author.name, author.raw)):
            known[fold(name).casefold()] = Verdict("byline", "fields/authors")
    body = labelled.body()
    for index in body[:HEAD_REACH] if len(body) > 1 else ():
        verdict = known.get(labelled.kept(index).casefold())
        if verdict:
            labelled.verdicts[index] = verdict


def render(labelled: Labelled, index: int) -> str:
    """Return a block as it stands in ``text``: list items and headings of a dump with their mark.

    The lines of a table or of code come out as one paragraph each, so that ``text`` has no line
    break inside a paragraph and reads back as it was written.
    """
    block, text = labelled.blocks[index], labelled.kept(index)
    if block.kind in LINED:
        return "\n\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    mark = block.marker or ("-" if block.kind == "list_item" else "")
    return f"{mark} {text}" if mark else text


def public_block(labelled: Labelled, index: int) -> record.Block:
    """Return a block of the record."""
    block = labelled.blocks[index]
    kind = labelled.kinds.get(index, block.kind)
    return record.Block(kind=kind, text=labelled.kept(index), level=block.level, time=block.time, rows=block.rows)


def quality(labelled: Labelled, body: Sequence[int], origin: Origin, fields: Fields) -> record.Quality:
    """Measure the body against its page."""
    blocks = labelled.blocks
    whole = sum(len(block.text) for block in blocks)
    kept = sum(len(labelled.kept(i)) for i in body)
    links = sum(blocks[i].links for i in body)
    return record.Quality(
        confidence=origin.confidence,
        kept_ratio=round(kept / whole, 4) if whole else None,
        link_density=round(min(1.0, links / kept), 4) if kept else None,
        flags=tuple(sorted(origin.flags | set(fields.flags))),
    )


def removals(labelled: Labelled) -> Iterator[Removal]:
    """Yield everything that is not in the body, in reading order: whole blocks and trimmed spans."""
    for index, (block, verdict) in enumerate(zip(labelled.blocks, labelled.verdicts, strict=True)):
        if verdict is None or verdict.label != "body":
            rule, label = (verdict.rule, verdict.label) if verdict else ("none", "other")
            if text := block.text or unread(labelled, block):
                path = place(labelled, block)
                yield Removal(rule=rule, reason=label, text=text, start=block.start, end=block.end, path=path)
            continue
        for cut in labelled.cuts.get(index, ()):
            text = block.text[cut.start : cut.end].strip()
            if text:
                yield Removal(
                    rule=cut.rule, reason=cut.label, text=text, path=place(labelled, block), **span(block, cut)
                )


def unread(labelled: Labelled, block: Block) -> str:
    """Return the words of a menu that the walk passed over."""
    element = labelled.segments.boxes.elements[block.box]
    return fold(text_of(element)) if element is not None else ""


def span(block: Block, cut: tuple[int, int, object, object]) -> dict[str, int]:
    """Return a cut's place: in the dump where the block's characters stand there one to one, else in the block."""
    start, end = cut[0], cut[1]
    if block.start is not None and block.end is not None and block.end - block.start == len(block.text):
        return {"start": block.start + start, "end": block.start + end}
    return {"start": start, "end": end}


def place(labelled: Labelled, block: Block) -> str | None:
    """Return the path of a block's element; None for a line of a dump."""
    element = labelled.segments.boxes[block.box].element if block.box < len(labelled.segments.boxes) else None
    return path_of(element) if element is not None else None
