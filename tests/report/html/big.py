"""Reports of any size, for the drawing and the page: all nodes are used."""

from __future__ import annotations

from dataclasses import replace

from auditor.model.program import Evidence
from auditor.model.report import AuditReport, CallReport, Coverage, Target, WorkflowReport
from tests.report import sample
from tests.report.html import case


def big(nodes: int) -> AuditReport:
    """About two workflows to three calls, a few vendors, twice as many platforms, some models."""
    vendors = [f"vendor{n}" for n in range(max(3, nodes // 60))]
    models = [f"model-{n}" for n in range(max(4, nodes // 12))]
    rest = nodes - len(vendors) * 3 - len(models)
    calls = tuple(_call(n, vendors, models) for n in range(rest * 3 // 5))
    flows = tuple(_flow(n, calls) for n in range(rest - len(calls)))
    names = {vendor: vendor.capitalize() for vendor in vendors}
    nothing = Coverage({"python": nodes}, nodes * 90, (), (), ())
    return sample.report(calls=calls, workflows=flows, names=names, coverage=nothing)


def with_findings(report: AuditReport) -> AuditReport:
    """The same with a finding for each call whose vendor's loss stops a workflow."""
    users: dict[str, list[WorkflowReport]] = {}
    for flow in report.workflows:
        for id in flow.calls:
            users.setdefault(id, []).append(flow)
    found = tuple(
        case.finding(
            f"{number:016x}",
            f'"{users[call.id][0].name}" stops when {call.vendors[0]} is down',
            path=call.path,
            line=call.line,
            workflows=tuple(flow.id for flow in users[call.id]),
            calls=(call.id,),
            evidence=(*users[call.id][0].paths[call.id][:1], *call.evidence),
        )
        for number, call in enumerate(report.calls)
        if call.id in users and call.on_loss[call.vendors[0]] == "stops"
    )
    return replace(report, findings=found)


def _call(n: int, vendors: list[str], models: list[str]) -> CallReport:
    vendor = vendors[n * n % len(vendors)]
    model, platform = models[n % len(models)], f"{vendor}-{n % 2}"
    return sample.call(
        f"call-{n:012x}",
        f"services/part{n % 17}/handlers/module_{n // 3}.py",
        n % 400 + 1,
        (vendor,),
        {vendor: ("stops", "degrades", "survives")[n % 3], f"platform:{platform}": "stops"},
        platforms=(platform,),
        models=(model,),
        targets=(Target(vendor, platform, (), model),),
        function=f"Service{n}.answer",
        evidence=(
            Evidence(f"services/part{n % 17}/handlers/module_{n // 3}.py", n + 1, "calls create"),
            Evidence(f"services/part{n % 17}/settings.py", 12, "the client is built here"),
        ),
    )


def _flow(n: int, calls: tuple[CallReport, ...]) -> WorkflowReport:
    reached = [calls[(n * 3 + k * 7) % len(calls)] for k in range(1 + n % 4)]
    reached = list({call.id: call for call in reached}.values())
    path = f"services/part{n % 17}/routes_{n // 5}.py"
    on_loss = {key: word for call in reached for key, word in call.on_loss.items()}
    stopping = [
        key if ":" in key else f"vendor:{key}" for key in on_loss if on_loss[key] == "stops"
    ]
    return sample.workflow(
        f"wf-{n:012x}",
        f"POST /api/part{n % 17}/item{n}",
        path,
        n % 300 + 1,
        tuple(call.id for call in reached),
        tuple(dict.fromkeys(call.vendors[0] for call in reached)),
        on_loss,
        single_points=tuple(stopping),
        paths={
            call.id: (
                Evidence(path, n % 300 + 1, f"POST /api/part{n % 17}/item{n}"),
                Evidence(path, n % 300 + 4, "calls handle"),
                Evidence(call.path, max(call.line - 3, 1), "calls answer"),
            )
            for call in reached
        },
    )
