"""The last lines: what was read, what was found, and whether the gate lets it pass."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from auditor.graph.text import plain
from auditor.model.finding import Finding
from auditor.model.report import AuditReport
from auditor.model.severity import Severity as Importance
from auditor.model.source import Severity
from auditor.report import View
from auditor.report.findings import severities
from auditor.report.terminal.table import wrap
from auditor.report.words import count


def footer(report: AuditReport, view: View) -> list[Text]:
    """The coverage line, after what is true of the whole tree; never silent about a gap."""
    remarks = [problem.message for problem in report.diagnostics if problem.path == "."]
    lines = [line for remark in remarks for line in wrap(plain(remark), view.width)]
    if report.calls:
        lines += _joined(_summary(report, view), view.width)
    else:
        lines += wrap(plain(_nothing_found(report, view)), view.width)
    if report.findings or (report.calls and report.gate):
        lines += wrap(_findings(report, view), view.width)
    return [Text(line) for line in lines] + _gate(report, view)


def _gate(report: AuditReport, view: View) -> list[Text]:
    """The last line, which says why the exit code is what it is."""
    gate = report.gate
    if gate is None or not (report.calls or report.findings or gate.outcome != "passed"):
        return []
    style = "green" if gate.outcome == "passed" else "red"
    return [Text(line, style=style) for line in wrap(plain(gate.says), view.width)]


def _findings(report: AuditReport, view: View) -> str:
    """``5 findings: 4 high, 1 medium (5 known already, 1 ignored)``."""
    counting = [finding for finding in report.findings if not finding.suppressions]
    parts = ", ".join(severities(counting))
    said = f"{count(len(counting), 'finding')}: {parts}" if counting else _clean(report)
    aside = _set_aside(report)
    if not view.verbose and any(f.severity is Importance.INFO for f in counting):
        aside.append("info: -v")
    return said + (f" ({', '.join(aside)})" if aside else "")


def _clean(report: AuditReport) -> str:
    survives = all(word == "survives" for f in report.workflows for word in f.on_loss.values())
    if report.workflows and survives:
        return "No findings: every workflow survives the loss of any one vendor"
    return "No findings"


def _set_aside(report: AuditReport) -> list[str]:
    """What was found and does not count, by who decided so."""
    known = sum(_is_known(finding) for finding in report.findings)
    ignored = sum(bool(f.suppressions) and not _is_known(f) for f in report.findings)
    hidden = report.gate.hidden if report.gate else 0
    counted = ((known, "known already"), (ignored, "ignored"), (hidden, "hidden"))
    return [f"{number} {words}" for number, words in counted if number]


def _is_known(finding: Finding) -> bool:
    kinds = {suppression.kind for suppression in finding.suppressions}
    return bool(kinds) and kinds <= {"baseline", "since"}


def _joined(parts: list[str], width: int) -> list[str]:
    """As many parts on a line as fit."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(f"{lines[-1]} · {part}") <= width:
            lines[-1] = f"{lines[-1]} · {part}"
        else:
            lines += wrap(part, width)
    return lines


def _summary(report: AuditReport, view: View) -> list[str]:
    judged = [call for call in report.calls if not call.in_tests]
    in_tests = len(report.calls) - len(judged)
    gaps = _gaps(report)
    if open_ := sum(call.dynamic for call in judged):
        gaps.append(count(open_, "call") + " with open target")
    return [
        f"{_files_read(report)} read{_seconds(report)}{_in_brackets(gaps, view)}",
        count(len(judged), "LLM call") + (f" ({in_tests} more in tests)" if in_tests else ""),
        count(len(report.workflows), "workflow"),
    ]


def _nothing_found(report: AuditReport, view: View) -> str:
    """The honest line: nothing found in this much, and how to see why."""
    read = report.coverage.files_read
    more = "" if view.verbose else " If that surprises you: auditor scan -v"
    gaps = _in_brackets(_gaps(report), View(verbose=True))
    if not any(read.values()):
        return f"There was nothing to read in {report.root}{gaps}.{more}"
    languages = ", ".join(
        f"{language} {number}"
        for language, number in sorted(read.items(), key=lambda item: (-item[1], item[0]))
        if number
    )
    return f"No LLM use found in {_files_read(report)} ({languages}){gaps}.{more}"


def _files_read(report: AuditReport) -> str:
    return count(sum(report.coverage.files_read.values()), "file")


def _seconds(report: AuditReport) -> str:
    if not report.timings:
        return ""
    return f" in {report.timings.get('total', sum(report.timings.values())):.1f} s"


def _gaps(report: AuditReport) -> list[str]:
    left_out = len(report.coverage.left_out)
    gaps = [f"{left_out} not read"] if left_out else []
    problems = sum(
        problem.severity is not Severity.INFO and problem.path != "."
        for problem in report.diagnostics
    )
    if problems:
        gaps.append(count(problems, "problem"))
    return gaps


def _in_brackets(gaps: list[str], view: View) -> str:
    if not gaps:
        return ""
    return f" ({', '.join(gaps)}{'' if view.verbose else ': -v'})"
