"""What a strict scan does not accept: anything that was not read or understood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from auditor.model.report import AuditReport
from auditor.model.source import Severity
from auditor.suppress.ignore import Ignore

#: Reasons for leaving a file out that nobody decided.
UNREAD = frozenset({"too-large", "unreadable", "broken-symlink"})
NOT_READ = "language-not-read"


def gaps_of(report: AuditReport, ignores: Iterable[Ignore], today: date | None) -> list[str]:
    """Each kind of gap in a few words; empty for a whole scan."""
    read = sum(report.coverage.files_read.values())
    problems = sum(problem.severity is not Severity.INFO for problem in report.diagnostics)
    left_out = sum(path.reason in UNREAD for path in report.coverage.left_out)
    languages = sum(problem.code == NOT_READ for problem in report.diagnostics)
    expired = sum(ignore.has_expired(today) for ignore in ignores)
    counted = (
        (not read, "there was nothing to read"),
        (problems, f"{problems} problem(s) while reading"),
        (left_out, f"{left_out} file(s) could not be read"),
        (languages, f"{languages} language(s) of the tree are not read"),
        (expired, f"{expired} ignore(s) have expired"),
    )
    return [says for number, says in counted if number]
