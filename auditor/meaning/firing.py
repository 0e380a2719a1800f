"""After which errors a route goes on to its next target, and what it needs for that."""

from __future__ import annotations

from auditor.meaning.documents import Document
from auditor.meaning.errors import classes_of, words_of
from auditor.meaning.paths import Found, find
from auditor.meaning.records import Line, Named, Records, translated
from auditor.model.behaviour import OUTAGE_CLASSES, STATUS_CLASSES
from auditor.model.config_rules import ConfigRule, RouteRule

#: What a gateway answers to where its settings do not say: everything an outage may show.
EVERY_ERROR = STATUS_CLASSES.union(OUTAGE_CLASSES)
_ELSEWHERE = "needs:"


def needed_for(
    rule: ConfigRule, shape: RouteRule, node: Found, document: Document, records: Records
) -> Named | None:
    """The record that lets errors move on; without it they stay with the first target."""
    if shape.needs is None:
        return None
    if not shape.needs_by:
        return records.any_near(rule.id, shape.needs, document.path)
    top = document.top.node
    names = [found.text for path in shape.needs_by for found in find(node, path, top)]
    near = (records.near(rule.id, shape.needs, name, document.path) for name in names if name)
    return next((found for found in near if found is not None), None)


def fires_of(
    shape: RouteRule, node: Found, document: Document, needed: Named | None
) -> tuple[frozenset[str], list[Line]]:
    """The error classes, and the lines that say so where they stand in the configuration."""
    words: list[str] = []
    proof: list[Line] = []
    for path in shape.fires_at.at if shape.fires_at else ():
        for member, where in _at(document, node, path, needed):
            for found in find(member, "*") if member.node.entries else [member]:
                if found.text:
                    said = translated(found, shape.fires_at) or ""
                    words += words_of(said)
                    key = member.keys[-1] if member.keys else ""
                    proof.append(Line(where.path, found.line, "after", key, found.text))
    if not words:
        return frozenset(shape.fires) or EVERY_ERROR, proof
    return frozenset(c for word in words for c in classes_of(word)), proof


def _at(
    document: Document, node: Found, path: str, needed: Named | None
) -> list[tuple[Found, Document]]:
    """What stands at a path; ``needs:`` before it reads the record that the route needs."""
    if not path.startswith(_ELSEWHERE):
        return [(found, document) for found in find(node, path, document.top.node)]
    if needed is None:
        return []
    top = needed.document.top.node
    found_there = find(needed.node, path.removeprefix(_ELSEWHERE), top)
    return [(found, needed.document) for found in found_there]
