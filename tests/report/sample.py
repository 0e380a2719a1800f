"""A small report built by hand: a help desk with four workflows and three vendors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from auditor.model.finding import Confidence, Finding, Severity, Suppression
from auditor.model.program import Client, Evidence
from auditor.model.report import (
    AuditReport,
    CallReport,
    Coverage,
    Entry,
    Target,
    Tool,
    WorkflowReport,
)
from auditor.model.source import Diagnostic, LeftOut
from auditor.model.source import Severity as Weight
from auditor.resilience.score import score


def call(
    id: str,
    path: str,
    line: int,
    vendors: tuple[str, ...] = ("acme",),
    on_loss: dict[str, str] | None = None,
    **changes: Any,
) -> CallReport:
    """A chat call; what is not said follows from the vendors."""
    base = CallReport(
        id=id,
        path=path,
        line=line,
        end_line=line,
        column=4,
        cell=0,
        function="answer",
        kind="chat",
        via="vendor-sdk",
        sdk=vendors[0] if vendors else "any",
        vendors=vendors,
        platforms=tuple(f"{vendor}-api" for vendor in vendors),
        gateways=(),
        models=tuple(f"{vendor}-large" for vendor in vendors),
        dynamic=not vendors,
        verdict="none",
        on_loss=on_loss if on_loss is not None else dict.fromkeys(vendors, "stops"),
        leaks=(),
        conditions=(),
        failover_seconds=None,
        confidence="high",
        in_tests=False,
        evidence=(Evidence(path, line, "client.chat(model=MODEL)"),),
        targets=tuple(Target(vendor, f"{vendor}-api", (), f"{vendor}-large") for vendor in vendors),
    )
    return replace(base, **changes)


def workflow(
    id: str,
    name: str,
    path: str,
    line: int,
    calls: tuple[str, ...],
    vendors: tuple[str, ...] = ("acme",),
    on_loss: dict[str, str] | None = None,
    **changes: Any,
) -> WorkflowReport:
    """A workflow that stops with any of its vendors unless told otherwise."""
    losses = on_loss if on_loss is not None else dict.fromkeys(vendors, "stops")
    base = WorkflowReport(
        id=id,
        name=name,
        kind="http",
        criticality="normal",
        owner=None,
        entry=Entry(path, line, "handler"),
        calls=calls,
        vendors=vendors,
        on_loss=losses,
        single_points=tuple(f"vendor:{key}" for key, word in losses.items() if word == "stops"),
    )
    return replace(base, **changes)


def finding(
    check: str,
    severity: Severity,
    path: str,
    line: int,
    workflows: tuple[str, ...] = (),
    **changes: Any,
) -> Finding:
    """A finding that says little; its fingerprint is made of its place."""
    base = Finding(
        check=check,
        severity=severity,
        confidence=Confidence.HIGH,
        message=f"{check} at {path}",
        path=path,
        line=line,
        end_line=line,
        column=4,
        cell=0,
        workflows=workflows,
        calls=(),
        domains=(),
        evidence=(Evidence(path, line, "client.chat(model=MODEL)"),),
        fix="ask another vendor",
        fingerprint=f"{check}:{path}",
    )
    return replace(base, **changes)


def report(**changes: Any) -> AuditReport:
    """The help desk; ``changes`` replace whole fields."""
    base = AuditReport(
        schema_version="1",
        tool=Tool("auditor", "0.1.0", "abc123"),
        root=".",
        revision="0" * 40,
        calls=CALLS,
        clients=(Client("app/replies.py", 12, "acme", "acme", "acme-api"),),
        configs=(),
        workflows=WORKFLOWS,
        coverage=COVERAGE,
        diagnostics=(
            Diagnostic("app/broken.py", 3, "syntax-error", "cannot be understood from here on"),
            Diagnostic(
                ".",
                0,
                "language-not-read",
                "34 typescript files were not read: this version reads .ipynb, .py, .pyw",
                Weight.INFO,
            ),
        ),
        timings={"discover": 0.25, "read": 0.5, "link": 1.0, "total": 1.8},
        names={"acme": "Acme AI", "bolt": "Bolt", "corvid": "Corvid Labs"},
    )
    made = replace(base, **changes)
    return made if "scores" in changes else replace(made, scores=score(made))


def empty(**changes: Any) -> AuditReport:
    """A repository without any model call."""
    nothing = Coverage({"python": 180, "notebook": 34}, 9000, (), (), ())
    return replace(
        report(calls=(), clients=(), workflows=(), coverage=nothing, diagnostics=()), **changes
    )


CALLS = (
    call("c-embed", "app/search.py", 30, ("bolt",), kind="embedding"),
    call("c-reply", "app/replies.py", 48, function="app.replies.answer_ticket"),
    call("c-search", "app/search.py", 44, ("corvid",)),
    call("c-summary", "app/summary.py", 91, ("bolt",), function="app.summary.summarise"),
    call(
        "c-tags",
        "app/tags.py",
        57,
        ("bolt", "acme"),
        {"bolt": "survives", "acme": "survives"},
        verdict="cross-vendor",
    ),
    call("c-test", "tests/test_replies.py", 9, in_tests=True),
    call("c-legacy", "app/legacy/old_prompts.py", 12, (), function="app.legacy.old_prompts.run"),
)

WORKFLOWS = (
    workflow(
        "w-reply",
        "Answer a ticket",
        "app/routes.py",
        22,
        ("c-reply",),
        paths={
            "c-reply": (
                Evidence("app/routes.py", 22, "POST /tickets/{id}/reply"),
                Evidence("app/routes.py", 25, "calls answer_ticket"),
                Evidence("app/replies.py", 48, "client.chat(model=MODEL)"),
            )
        },
    ),
    workflow(
        "w-search",
        "GET /search",
        "app/routes.py",
        60,
        ("c-embed", "c-search"),
        ("bolt", "corvid"),
        {"bolt": "degrades", "corvid": "stops"},
    ),
    workflow("w-summary", "task summarise_thread", "app/jobs.py", 9, ("c-summary",), ("bolt",)),
    workflow(
        "w-tags",
        "cron tag_all",
        "app/jobs.py",
        31,
        ("c-tags",),
        ("bolt", "acme"),
        {"bolt": "survives", "acme": "survives", "platform:bolt-api": "survives"},
    ),
)

COVERAGE = Coverage(
    files_read={"python": 210, "notebook": 4},
    lines_read=12_345,
    left_out=(
        LeftOut(".venv/", "virtualenv"),
        LeftOut("app/dump.py", "too-large"),
        LeftOut("app/generated.py", "gitignored"),
        LeftOut("third_party/", "vendored"),
    ),
    unresolved=(Evidence("app/legacy/old_prompts.py", 12, "the model comes from a database"),),
    unreached=("c-legacy", "c-test"),
)

IGNORED = Suppression("inline", "re-run next night", "2027-03-31", "app/jobs.py", 8)
FINDINGS = (
    finding("same-vendor-fallback", Severity.MEDIUM, "app/summary.py", 91, ("w-summary",)),
    finding(
        "no-fallback",
        Severity.HIGH,
        "app/replies.py",
        48,
        ("w-reply",),
        end_line=50,
        message='"Answer a ticket" stops when Acme AI is down',
        domains=("acme",),
        calls=("c-reply",),
        evidence=(
            Evidence("app/routes.py", 22, "POST /tickets/{id}/reply"),
            Evidence("app/replies.py", 48, "client.chat(model=MODEL)"),
        ),
    ),
    finding("no-fallback", Severity.HIGH, "app/jobs.py", 9, suppressions=(IGNORED,)),
    finding("unresolved-target", Severity.INFO, "app/legacy/old_prompts.py", 12),
)
"""Two that count, one that is ignored, one for information."""
