"""Routes and jobs become calls and entry points of the program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from auditor.meaning.commands import Asked, Script
from auditor.meaning.flows import flow_entries, route_call_id
from auditor.meaning.jobs import Job
from auditor.meaning.routes import Route
from auditor.model.behaviour import Attempt, Behaviour, Request, attempts_of
from auditor.model.behaviour import Sequence as InOrder
from auditor.model.catalog import CallKind, Via
from auditor.model.config import ConfigSite, Surroundings
from auditor.model.identity import identity
from auditor.model.program import Entrypoint, Evidence, LlmCall, Program


def with_workflows(
    program: Program,
    routes: Sequence[Route],
    jobs: Sequence[Job],
    sites: tuple[ConfigSite, ...],
    surroundings: Surroundings,
) -> Program:
    """The program with what its configuration adds to it."""
    calls: dict[str, LlmCall] = {call.id: call for call in program.calls}
    keys = dict(program.keys)
    entries: dict[str, Entrypoint] = {entry.id: entry for entry in program.entrypoints}
    added: list[ConfigSite] = []
    for route in routes:
        call = _route_call(route)
        calls[call.id] = call
        keys[call.id] = call.id
        if not route.shape.hidden:
            entry = _route_entry(route, call)
            entries[entry.id] = entry
    for entry in flow_entries(routes):
        entries[entry.id] = entry
    for job in jobs:
        found = [_job_call(job, number, asked) for number, asked in enumerate(job.asked)]
        calls.update({call.id: call for call in found})
        keys.update({call.id: call.id for call in found})
        added += [_action_line(job, call) for call in found]
        run = _run_by(job.scripts, program.entrypoints)
        if found or run:
            entry = _job_entry(job, found, run)
            entries[entry.id] = entry
    return replace(
        program,
        calls=tuple(sorted(calls.values(), key=lambda c: (c.path, c.line, c.column, c.id))),
        entrypoints=tuple(sorted(entries.values(), key=lambda e: (e.path, e.line, e.name, e.id))),
        keys=keys,
        configs=tuple(sorted({*sites, *added}, key=repr)),
        surroundings=surroundings,
    )


def _route_call(route: Route) -> LlmCall:
    assert route.ask is not None
    path = route.path
    attempts = attempts_of(route.ask)
    return LlmCall(
        id=route_call_id(route),
        path=path,
        line=route.line,
        end_line=route.line,
        column=0,
        function=route.title,
        kind=route.kind,
        via=Via.CONFIG,
        sdk=route.rule.id,
        attempts=attempts,
        asks=(route.ask,),
        dynamic=len(attempts) > 1 or any(a.unknown for a in attempts),
        confidence=confidence_in(attempts),
        in_tests=False,
        evidence=evidence_of(route),
    )


def confidence_in(attempts: Iterable[Attempt]) -> str:
    """How sure it is whom a route asks: ``high`` where every target has a vendor."""
    return "high" if all(a.vendor and not a.unknown for a in attempts) else "medium"


def evidence_of(route: Route) -> tuple[Evidence, ...]:
    """The route's place, then the lines that say whom it asks and when; no credentials."""
    lines = [line for option in route.options.targets() for line in option.lines]
    found = [Evidence(route.path, route.line, f"{route.rule.name}: {route.title}")]
    found += [
        Evidence(line.path, line.line, f"{line.what}: {line.text}")
        for line in (*lines, *route.lines, *route.proof)
        if line.what != "credential"
    ]
    return tuple(dict.fromkeys(found))


def _route_entry(route: Route, call: LlmCall) -> Entrypoint:
    assert route.ask is not None
    path, line = route.document.path, route.line
    step = Evidence(path, line, route.title)
    return Entrypoint(
        id=identity("wf", "route-alias", route.title, path),
        name=route.title,
        kind="route-alias",
        path=path,
        line=line,
        function="",
        behaviour=Request(call.id, route.ask, route.rule.id, route.kind.value),
        calls=(call.id,),
        steps={call.id: (step,)},
    )


def _job_call(job: Job, number: int, asked: Asked) -> LlmCall:
    path = job.document.path
    attempt = asked.attempt
    return LlmCall(
        id=identity("call", path, job.rule.id, job.function, asked.sdk, number),
        path=path,
        line=asked.line,
        end_line=max(asked.line, asked.end_line),
        column=0,
        function=job.title,
        kind=asked.kind,
        via=Via(asked.via),
        sdk=asked.sdk,
        attempts=(attempt,),
        asks=(attempt,),
        dynamic=asked.dynamic or attempt.unknown is not None,
        confidence="high" if attempt.vendor else "medium",
        in_tests=False,
        evidence=(Evidence(path, asked.line, asked.says),),
    )


def _action_line(job: Job, call: LlmCall) -> ConfigSite:
    attempt = call.attempts[0]
    what = "ci-action" if job.kind == "ci" else "endpoint"
    return ConfigSite(
        call.path, call.line, what, attempt.vendor, attempt.platform, attempt.model, call.sdk
    )


def _run_by(
    scripts: Iterable[Script], known: Sequence[Entrypoint]
) -> list[tuple[Script, Entrypoint]]:
    """The entry points of the scripts that a job runs."""
    found: list[tuple[Script, Entrypoint]] = []
    for script in scripts:
        for entry in known:
            if entry.calls and not entry.in_tests and _is_run(script, entry):
                found.append((script, entry))
    return found


def _is_run(script: Script, entry: Entrypoint) -> bool:
    if entry.kind not in ("main", "cli"):
        return False
    mine = PurePosixPath(entry.path)
    if script.module:
        wanted = script.path.replace(".", "/")
        shown = str(mine.with_suffix("")).removesuffix("/__main__")
        return shown == wanted or shown.endswith("/" + wanted)
    return entry.path == script.path or entry.path.endswith("/" + script.path)


def _job_entry(
    job: Job, found: Sequence[LlmCall], run: Sequence[tuple[Script, Entrypoint]]
) -> Entrypoint:
    path = job.document.path
    steps: dict[str, tuple[Evidence, ...]] = {
        call.id: (Evidence(path, call.line, call.evidence[0].says),) for call in found
    }
    parts: list[Behaviour] = [
        Request(call.id, call.asks[0], call.sdk, CallKind(call.kind).value) for call in found
    ]
    for script, entry in run:
        parts.append(entry.behaviour)
        start = Evidence(path, script.line, f"runs {script.path}")
        for call, chain in entry.steps.items():
            steps.setdefault(call, (start, *chain))
    return Entrypoint(
        id=identity("wf", job.kind, job.title, path, job.line if job.kind != "ci" else ""),
        name=job.title,
        kind=job.kind,
        path=path,
        line=job.line,
        function=job.function,
        behaviour=parts[0] if len(parts) == 1 else InOrder(tuple(parts)),
        calls=tuple(steps),
        steps=steps,
    )
