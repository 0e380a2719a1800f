"""Reads a report as a user would: which line asks whom, and which entry point reaches it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from auditor.model.report import AuditReport, CallReport, WorkflowReport

#: The fixture of conftest.py: files by path, and what the audit says about them.
AuditTree = Callable[..., AuditReport]


class Target(NamedTuple):
    """Whom one call asks. Every part is a tuple: a call may reach several."""

    vendors: tuple[str, ...]
    platforms: tuple[str, ...]
    models: tuple[str, ...]
    dynamic: bool


def asks(vendor: str, platform: str, *models: str, dynamic: bool = False) -> Target:
    """The target of a call that asks one vendor on one platform."""
    return Target((vendor,), (platform,), models, dynamic)


def openai(*models: str, dynamic: bool = False) -> Target:
    """The target of a call that asks OpenAI on its own platform."""
    return asks("openai", "openai-api", *models, dynamic=dynamic)


def anthropic(*models: str, dynamic: bool = False) -> Target:
    """The target of a call that asks Anthropic on its own platform."""
    return asks("anthropic", "anthropic-api", *models, dynamic=dynamic)


#: A call that may ask either of two models, each of another vendor.
GPT_OR_CLAUDE = Target(
    ("anthropic", "openai"),
    ("anthropic-api", "openai-api"),
    ("claude-sonnet-4-5", "gpt-4o"),
    True,
)


def place(call: CallReport) -> str:
    """Where a call stands, as an editor opens it."""
    return f"{call.path}:{call.line}"


def target(call: CallReport) -> Target:
    """Whom a call asks."""
    return Target(call.vendors, call.platforms, call.models, call.dynamic)


def direct(report: AuditReport) -> list[CallReport]:
    """The calls that send a request themselves."""
    return [call for call in report.calls if call.via != "wrapper"]


def targets(report: AuditReport) -> dict[str, Target]:
    """Whom each call that sends a request asks, by its place."""
    found = {place(call): target(call) for call in direct(report)}
    assert len(found) == len(direct(report)), "two calls on one line"
    return found


def wrappers(report: AuditReport) -> dict[str, Target]:
    """Whom each call of a wrapper function asks, by the place that decides it."""
    return {place(call): target(call) for call in report.calls if call.via == "wrapper"}


def only(report: AuditReport) -> Target:
    """Whom the one call of the report asks."""
    found = targets(report)
    assert len(found) == 1, f"one call expected, found {found}"
    return next(iter(found.values()))


def workflows(report: AuditReport) -> dict[str, list[str]]:
    """The places that each entry point reaches, by the entry point's name."""
    places = {call.id: place(call) for call in direct(report)}
    found = {
        flow.name: sorted(places[call] for call in flow.calls if call in places)
        for flow in report.workflows
    }
    assert len(found) == len(report.workflows), "two workflows of one name"
    return found


def reaching(report: AuditReport, call: str) -> set[str]:
    """The workflows that reach the call at a place."""
    return {name for name, calls in workflows(report).items() if call in calls}


def kinds(report: AuditReport) -> dict[str, str]:
    """The kind of each entry point, by its name."""
    return {flow.name: flow.kind for flow in report.workflows}


def workflow(report: AuditReport, name: str) -> WorkflowReport:
    """The workflow of that name."""
    return next(flow for flow in report.workflows if flow.name == name)


def unreached(report: AuditReport) -> list[str]:
    """The places of the calls that no declared entry point reaches."""
    return sorted(place(call) for call in direct(report) if call.id in report.coverage.unreached)


def reasons(report: AuditReport) -> list[str]:
    """Why something about a target could not be worked out."""
    return [open_.says for open_ in report.coverage.unresolved]
