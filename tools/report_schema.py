"""The JSON schema of the report, made from the dataclasses and the words of docs/report.md."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from auditor.model import repair
from auditor.model.catalog import CallKind, Role, Via
from auditor.model.report import SCHEMA_VERSION, AuditReport
from auditor.model.severity import Severity
from auditor.report.saved import BLANKS
from auditor.rulebook.checks import KINDS

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "report.schema.json"

OUTCOMES = ["degrades", "stops", "survives", "unknown"]
VERDICTS = [
    "none", "degraded", "manual-switch", "gateway-spof", "same-vendor",
    "same-vendor-other-platform", "cross-vendor", "unknown",
]  # fmt: skip
#: Texts of which the contract knows every value: by record and key.
WORDS: dict[tuple[str, str], list[str]] = {
    ("AuditReport", "schema_version"): [SCHEMA_VERSION],
    ("CallReport", "kind"): [kind.value for kind in CallKind],
    ("CallReport", "via"): [via.value for via in Via],
    ("CallReport", "verdict"): VERDICTS,
    ("CallReport", "on_loss"): OUTCOMES,
    ("CallReport", "confidence"): ["high", "medium", "low"],
    ("WorkflowReport", "criticality"): ["critical", "normal", "batch"],
    ("WorkflowReport", "on_loss"): OUTCOMES,
    ("PlatformReport", "role"): [role.value for role in Role],
    ("Replay", "outcomes"): OUTCOMES,
    ("Repair", "kind"): list(repair.KINDS),
    ("Repair", "effort"): list(repair.EFFORTS),
    ("Exposure", "kind"): ["vendor", "platform", "gateway"],
    ("Survival", "kind"): ["vendor", "platform", "gateway"],
    ("Suppression", "kind"): ["inline", "config", "baseline", "since"],
    ("Gate", "fail_on"): [*(word.value for word in Severity), "never"],
    ("Gate", "outcome"): ["passed", "failed", "refused"],
    ("CheckDoc", "kind"): list(KINDS),
}
#: The chapter of docs/report.md that explains a record's keys.
CHAPTERS = {
    "AuditReport": "Top level",
    "CallReport": "calls",
    "WorkflowReport": "workflows",
    "Finding": "findings",
    "Scores": "scores",
    "Repair": "repair_plan",
    "Playbook": "playbooks",
    "Gate": "gate",
    "Replay": "replays",
    "CheckDoc": "checks",
    "PlatformReport": "platforms",
    "Coverage": "coverage",
}
_NUMBERS_FROM_ZERO = {"line", "end_line", "column", "cell", "lines_read", "files_read", "ports"}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def build() -> str:
    """The schema as it should stand in ``TARGET``."""
    definitions: dict[str, Any] = {}
    _define(AuditReport, definitions)
    top = definitions.pop("AuditReport")
    top["required"] = [key for key in top["properties"] if key != "timings"]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report of auditor",
        "description": "What `auditor scan --format json` prints. docs/report.md is for readers.",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _define(record: type, definitions: dict[str, Any]) -> None:
    hints, words = get_type_hints(record), _explained(record.__name__)
    properties = {}
    for field in fields(record):
        shape = _shape(hints[field.name], record.__name__, field.name, definitions)
        if record in BLANKS and hints[field.name] is str:
            shape["type"] = [shape["type"], "null"]
        if field.name in words:
            shape = {**shape, "description": words[field.name]}
        properties[field.name] = shape
    definitions[record.__name__] = _object(properties, list(properties))


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": "object", "properties": properties}
    return {**shape, "required": required, "additionalProperties": False}


def _shape(kind: Any, record: str, key: str, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    origin = get_origin(kind)
    if origin is UnionType:
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        shape = _shape(inner, record, key, definitions)
        if "type" not in shape:
            return {"anyOf": [shape, {"type": "null"}]}
        return {**shape, "type": [shape["type"], "null"]}
    if origin is tuple:
        return {"type": "array", "items": _shape(get_args(kind)[0], record, key, definitions)}
    if origin is dict:
        inner = _shape(get_args(kind)[1], record, key, definitions)
        return {"type": "object", "additionalProperties": inner}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            _define(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [word.value for word in kind]}
    shape: dict[str, Any] = {"type": _PLAIN[kind]}
    if (record, key) in WORDS:
        shape["enum"] = WORDS[record, key]
    if kind is int and key in _NUMBERS_FROM_ZERO:
        shape["minimum"] = 0
    return shape


def _explained(record: str) -> dict[str, str]:
    """What docs/report.md says of the record's keys: the second column of its chapter's table."""
    text = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    chapter = re.search(rf"^## {CHAPTERS.get(record)}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    found: dict[str, str] = {}
    for keys, says in re.findall(r"^\| (`.+?`) \| (.+) \|$", chapter[1] if chapter else "", re.M):
        for key in re.findall(r"`(\w+)`", keys):
            found[key] = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", says).replace("`", "")
    return found
