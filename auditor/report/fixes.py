"""What could be done about the findings: a diff that git applies, and the words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from io import StringIO

from auditor.graph.text import place, plain
from auditor.model.finding import Finding
from auditor.model.remedy import Mended, Refusal
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.playbooks import chosen
from auditor.report.playbooks import told as steps_of
from auditor.report.words import count

SHOWN = 8
"""How many findings without a patch are named, unless all are asked for."""


def diff(mended: Mended) -> str:
    """All patches as one unified diff, file by file; paths are relative to the scanned root."""
    return "".join(line for path in sorted(mended.after) for line in _diff(mended, path))


def _diff(mended: Mended, path: str) -> Iterator[str]:
    before, after = mended.before[path], mended.after[path]
    old = "/dev/null" if path in mended.made else f"a/{plain(path)}"
    lines = unified_diff(_lines(before), _lines(after), old, f"b/{plain(path)}", n=3)
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at line feeds alone, as git does."""
    return StringIO(text).readlines()


def told(report: AuditReport, mended: Mended, view: View, *, applied: bool) -> str:
    """What each patch does and asks for, and why the other findings have none."""
    lines = [_headline(mended, applied)]
    for patch in mended.patches:
        lines.append(f"  {_of(patch.finding)}: {plain(patch.says)}")
        lines += [f"    - {plain(note)}" for note in patch.notes]
    if mended.held:
        lines.append(
            f"{count(len(mended.held), 'more patch', 'more patches')} with --unsafe-fixes:"
        )
        lines += [f"  {_of(patch.finding)}: {plain(patch.says)}" for patch in mended.held]
    shown = mended.refusals if view.verbose else mended.refusals[:SHOWN]
    if shown:
        lines.append(f"no patch for {count(len(mended.refusals), 'finding')}:")
        lines += [line for one in shown for line in _refused(one, verbose=view.verbose)]
    if len(shown) < len(mended.refusals):
        lines.append(f"  and {len(mended.refusals) - len(shown)} more: -v")
    refused = {one.finding.fingerprint for one in mended.refusals}
    for number, playbook in enumerate(chosen(report.playbooks, refused)):
        lines += ["what people have to do:"] * (not number)
        lines += steps_of(playbook, view.width)
    return "\n".join(lines) + "\n"


def _refused(one: Refusal, *, verbose: bool) -> Iterator[str]:
    """The reason, and the code to begin with if all is to be seen."""
    begin = ", -v shows code to begin with" if one.paste and not verbose else ""
    yield f"  {_of(one.finding)}: {plain(one.reason)}{begin}"
    if one.paste and verbose:
        yield "    to begin with:"
        yield from (f"      {_indented(line)}".rstrip() for line in one.paste.splitlines())


def _indented(line: str) -> str:
    """A line of code as it is safe to show, where it stands."""
    return " " * (len(line) - len(line.lstrip(" "))) + plain(line)


def _headline(mended: Mended, applied: bool) -> str:
    if not mended.patches:
        return "nothing to patch" if not mended.held else "nothing to patch safely"
    number = count(len(mended.patches), "patch", "patches")
    files = count(len(mended.after), "file")
    done = "made in" if applied else "for"
    return f"{number} {done} {files}, proven by another scan:"


def _of(finding: Finding) -> str:
    return f"{place(finding.path, finding.line, finding.cell)} {finding.check}"
