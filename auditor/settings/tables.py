"""The table of a configuration file becomes ``Settings``; whatever is wrong is told at once."""

from __future__ import annotations

import re
from pathlib import Path

from auditor.model.errors import AuditorError
from auditor.model.kinds import CallKind
from auditor.model.severity import Confidence, Severity
from auditor.settings import values
from auditor.settings.places import PROJECT, read_text
from auditor.settings.records import (
    CRITICALITIES,
    IgnoreSetting,
    Policy,
    Settings,
    WorkflowSetting,
    WrapperSetting,
)
from auditor.settings.values import Table

KEYS = (
    "exclude",
    "include-tests",
    "select",
    "fail-on",
    "min-severity",
    "min-confidence",
    "strict",
    "baseline",
    "policy",
    "workflow",
    "ignore",
    "rules",
    "wrapper",
)
POLICY_KEYS = (
    "vendors",
    "max-vendor-share",
    "max-failover-seconds",
    "require-fallback",
    "forbid-failover",
)
WORKFLOW_KEYS = ("match", "name", "criticality", "owner")
IGNORE_KEYS = ("check", "path", "reason", "until")
WRAPPER_KEYS = (
    "functions",
    "classes",
    "methods",
    "language",
    "kind",
    "name",
    "platform",
    "vendor",
    "model",
    "default-model",
    "grammar",
)
LANGUAGES = ("python", "javascript")
KINDS = tuple(kind.value for kind in CallKind)
_HEAD = re.compile(r"\s*\[\[\s*(?:tool\s*\.\s*auditor\s*\.\s*)?(\w+)\s*\]\]")


def from_table(table: Table, path: Path) -> Settings:
    """The settings that the file at ``path`` asks for."""
    where = f"[tool.auditor] of {path.name}" if path.name == PROJECT else path.name
    values.refuse_unknown(table, KEYS, where)
    severity = values.word(table.get("min-severity", "info"), Severity, "min-severity", where)
    confidence = values.word(
        table.get("min-confidence", "low"), Confidence, "min-confidence", where
    )
    baseline = values.text(table, "baseline", where)
    assert severity is not None
    assert confidence is not None
    return Settings(
        exclude=values.texts(table, "exclude", where),
        exclude_base=str(path.parent),
        include_tests=values.flag(table, "include-tests", where),
        workflows=_workflows(table, where, path),
        file=str(path),
        select=values.texts(table, "select", where) if "select" in table else None,
        min_severity=severity,
        min_confidence=confidence,
        fail_on=values.word(table.get("fail-on", "high"), Severity, "fail-on", where, "never"),
        strict=values.flag(table, "strict", where),
        baseline=str(path.parent / baseline) if baseline else None,
        policy=_policy(table, where),
        ignores=_ignores(table, where, path),
        rules=tuple(str(path.parent / name) for name in values.texts(table, "rules", where)),
        wrappers=_wrappers(table, where, path),
    )


def _wrappers(table: Table, where: str, path: Path) -> tuple[WrapperSetting, ...]:
    entries = values.tables(table, "wrapper", where)
    lines = _lines(path, "wrapper", len(entries))
    return tuple(_wrapper(entry, where, line) for entry, line in zip(entries, lines, strict=True))


def _wrapper(entry: Table, where: str, line: int) -> WrapperSetting:
    place = f"[[wrapper]] in {where}" + (f", line {line}" if line else "")
    values.refuse_unknown(entry, WRAPPER_KEYS, place)
    wrapper = WrapperSetting(
        functions=values.texts(entry, "functions", place),
        classes=values.texts(entry, "classes", place),
        methods=values.texts(entry, "methods", place),
        language=values.one_of(entry.get("language", "python"), LANGUAGES, "language", place),
        kind=values.one_of(entry.get("kind", "chat"), KINDS, "kind", place),
        name=values.text(entry, "name", place),
        platform=values.text(entry, "platform", place),
        vendor=values.text(entry, "vendor", place),
        model=values.texts(entry, "model", place),
        default_model=values.text(entry, "default-model", place),
        grammar=values.text(entry, "grammar", place),
        line=line,
    )
    if not wrapper.functions and not wrapper.classes:
        raise AuditorError(
            f"{place} lacks functions or classes",
            hint='name your door as it is imported: functions = ["acme.llm.ask"]',
        )
    for name in (*wrapper.functions, *wrapper.classes):
        if "." not in name:
            raise AuditorError(f"{name!r} of {place} has no module", hint='write "module.name"')
    if wrapper.classes and not wrapper.methods:
        raise AuditorError(f"{place} lacks methods", hint='say which ask: methods = ["ask"]')
    if not (wrapper.platform or wrapper.vendor or wrapper.model or wrapper.default_model):
        raise AuditorError(f"{place} does not say whom it asks", hint="name its platform or vendor")
    return wrapper


def _policy(table: Table, where: str) -> Policy:
    policy = table.get("policy", {})
    place = f"policy in {where}"
    if not isinstance(policy, dict):
        raise AuditorError(f"{place} must be a table", hint="write it as [tool.auditor.policy]")
    values.refuse_unknown(policy, POLICY_KEYS, place)
    required = values.texts(policy, "require-fallback", place)
    for criticality in required:
        values.one_of(criticality, CRITICALITIES, "require-fallback", place)
    return Policy(
        vendors=values.texts(policy, "vendors", place) if "vendors" in policy else None,
        max_vendor_share=values.share(policy, "max-vendor-share", place),
        require_fallback=required,
        max_failover_seconds=values.seconds(policy, "max-failover-seconds", place),
        forbid_failover=values.texts(policy, "forbid-failover", place),
    )


def _workflows(table: Table, where: str, path: Path) -> tuple[WorkflowSetting, ...]:
    entries = values.tables(table, "workflow", where)
    lines = _lines(path, "workflow", len(entries))
    return tuple(_workflow(entry, where, line) for entry, line in zip(entries, lines, strict=True))


def _lines(path: Path, name: str, number: int) -> list[int]:
    """Where the tables of a list stand; zeros where they are written in another way."""
    if not number:
        return []
    text = enumerate(read_text(path).splitlines(), 1)
    found = [line for line, said in text if (head := _HEAD.match(said)) and head[1] == name]
    return found if len(found) == number else [0] * number


def _workflow(entry: Table, where: str, line: int) -> WorkflowSetting:
    place = f"[[workflow]] in {where}"
    values.refuse_unknown(entry, WORKFLOW_KEYS, place)
    said = {key: values.text(entry, key, place) for key in WORKFLOW_KEYS}
    match = said["match"]
    if not match:
        raise AuditorError(
            f"{place} lacks match",
            hint='say which entry points are meant: match = "POST /tickets*"',
        )
    criticality = said["criticality"] or "normal"
    values.one_of(criticality, CRITICALITIES, "criticality", place)
    return WorkflowSetting(match, said["name"], criticality, said["owner"], line)


def _ignores(table: Table, where: str, path: Path) -> tuple[IgnoreSetting, ...]:
    entries = values.tables(table, "ignore", where)
    lines = _lines(path, "ignore", len(entries))
    return tuple(_ignore(entry, where, line) for entry, line in zip(entries, lines, strict=True))


def _ignore(entry: Table, where: str, line: int) -> IgnoreSetting:
    place = f"[[ignore]] in {where}"
    values.refuse_unknown(entry, IGNORE_KEYS, place)
    check = values.text(entry, "check", place)
    reason = (values.text(entry, "reason", place) or "").strip()
    if not check:
        raise AuditorError(f"{place} lacks check", hint='say what to ignore: check = "no-fallback"')
    if not reason:
        raise AuditorError(
            f"{place} lacks reason",
            hint=f"say why {check} does no harm there; whoever reads it next will ask",
        )
    return IgnoreSetting(
        check=check,
        reason=reason,
        path=values.text(entry, "path", place),
        until=values.day(entry, "until", place),
        line=line,
    )
