"""Documents whose routes are the steps of one workflow, such as those of flow editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from auditor.meaning.documents import Document
from auditor.meaning.paths import Found, find
from auditor.meaning.records import text_of
from auditor.meaning.routes import Route
from auditor.model.behaviour import Behaviour, Request
from auditor.model.behaviour import Sequence as InOrder
from auditor.model.config_rules import FlowRule
from auditor.model.identity import identity
from auditor.model.program import Entrypoint, Evidence


def route_call_id(route: Route) -> str:
    """The id of the call that a route makes."""
    return identity("call", route.document.path, route.rule.id, route.shape.id, route.name)


def flow_entries(routes: Iterable[Route]) -> Iterator[Entrypoint]:
    """The entry points of every document with a flow: each runs all of its routes."""
    for _, group in groupby(routes, key=lambda route: id(route.document)):
        steps = list(group)
        for flow in steps[0].rule.flows:
            yield from _entries(steps[0].document, flow, steps)


def _entries(document: Document, flow: FlowRule, steps: list[Route]) -> Iterator[Entrypoint]:
    found = [node for path in flow.each for node in find(document.top, path)] or [document.top]
    for node in found:
        yield _entry(document, flow, node, steps)


def _entry(document: Document, flow: FlowRule, node: Found, steps: list[Route]) -> Entrypoint:
    named = text_of(document, node, flow.name)
    name = (named.text if named else None) or document.path
    title = flow.title.replace("{name}", name).replace("{path}", document.path)
    requests: list[Behaviour] = [
        Request(route_call_id(step), step.ask, step.rule.id, step.kind.value)
        for step in steps
        if step.ask is not None
    ]
    return Entrypoint(
        id=identity("wf", flow.kind, title, document.path),
        name=title,
        kind=flow.kind,
        path=document.path,
        line=node.node.line,
        function="",
        behaviour=InOrder(tuple(requests)),
        calls=tuple(dict.fromkeys(route_call_id(step) for step in steps)),
        steps={
            route_call_id(step): (Evidence(document.path, step.line, step.title),) for step in steps
        },
    )
