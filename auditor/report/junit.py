"""JUnit XML: findings as failed tests, workflows without any as passed ones.

There is no standard. What is written passes the strictest schema in use, that of Jenkins' xUnit
plugin, which knows neither files nor lines of tests: the texts say the places.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.graph.text import place, plain
from auditor.model.finding import Finding, Severity
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.findings import in_order

# Characters that no XML document may hold, however they are written.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Case:
    """One test; ``failure`` and ``skipped`` are its type and text."""

    group: str
    name: str
    failure: tuple[str, str] | None = None
    skipped: str | None = None
    details: str = ""


def render(report: AuditReport, view: View) -> str:  # noqa: ARG001 - every format takes a view
    """One suite. What is suppressed or only for information counts as skipped."""
    cases = _told_apart([*_of_findings(report), *_of_workflows(report)])
    failures = sum(case.failure is not None for case in cases)
    skipped = str(sum(case.skipped is not None for case in cases))
    about = {
        "name": "auditor",
        "tests": str(len(cases)),
        "failures": str(failures),
        "errors": "0",
        "time": "0",
    }
    suites = ET.Element("testsuites", about)
    suite = ET.SubElement(suites, "testsuite", {**about, "skipped": skipped})
    for case in cases:
        suite.append(_element(case))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, "unicode") + "\n"


def _of_findings(report: AuditReport) -> Iterator[_Case]:
    for finding in in_order(report):
        yield _judged(_Case(finding.check, finding.message), finding)


def _judged(case: _Case, finding: Finding) -> _Case:
    details = "\n".join(_details(finding))
    failure, skipped = None, None
    if finding.suppressions:
        skipped = f"{finding.suppressions[0].kind}: {finding.suppressions[0].reason}"
    elif finding.severity is Severity.INFO:
        skipped = "for information"
    else:
        failure = (finding.severity.value, finding.message)
    return replace(case, failure=failure, skipped=skipped, details=details)


def _details(finding: Finding) -> Iterator[str]:
    yield f"{place(finding.path, finding.line, finding.cell)}  {plain(finding.message)}"
    for step in finding.evidence:
        yield f"  {place(step.path, step.line)}  {plain(step.says)}"
    if finding.fix:
        yield f"  fix: {plain(finding.fix)}"


def _of_workflows(report: AuditReport) -> Iterator[_Case]:
    """So that the number of tests says how much was looked at."""
    concerned = {id for finding in report.findings for id in finding.workflows}
    for flow in report.workflows:
        if flow.id not in concerned:
            yield _Case("workflow", flow.name)


def _told_apart(cases: list[_Case]) -> list[_Case]:
    """Group and name identify a test, so equal ones are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for case in cases:
        group, name = _clean(case.group) or "finding", _clean(case.name) or "-"
        seen[group, name] += 1
        number = f" ({seen[group, name]})" if seen[group, name] > 1 else ""
        found.append(replace(case, group=group, name=name + number))
    return found


def _element(case: _Case) -> ET.Element:
    attributes = {"classname": case.group, "name": case.name, "time": "0"}
    element = ET.Element("testcase", {key: _clean(value) for key, value in attributes.items()})
    if case.failure is not None:
        kind, message = case.failure
        about = {"type": kind, "message": _clean(message)}
        ET.SubElement(element, "failure", about).text = _legal(case.details)
    elif case.skipped is not None:
        about = {"message": _clean(case.skipped)}
        ET.SubElement(element, "skipped", about).text = _legal(case.details)
    return element


def _clean(text: str) -> str:
    """One line that may stand in XML."""
    return _legal(plain(text))


def _legal(text: str) -> str:
    return _NO_XML.sub("", text)
