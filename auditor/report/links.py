"""Places as other programs want them: addresses and paths from the top of the repository."""

from __future__ import annotations

from urllib.parse import quote

from auditor.graph.text import plain
from auditor.model.report import AuditReport


def from_top(report: AuditReport, path: str) -> str:
    """The path from the top of the git repository, where forges look for files, as plain text."""
    # Made plain first: what stood before a slash may be nothing that can be shown.
    return plain(report.prefix + path).lstrip("/ ")


def uri(report: AuditReport, path: str) -> str:
    """The same as a relative address; bytes that are no UTF-8 stay the bytes they are."""
    text = (report.prefix + path).lstrip("/")
    return quote(text.encode("utf-8", "surrogateescape" if _is_bytes(text) else "replace"))


def source_link(report: AuditReport, source_url: str, path: str, line: int) -> str | None:
    """Where the line can be seen on the forge, or None where that is not known."""
    if not source_url or report.revision is None:
        return None
    anchor = f"#L{line}" if line else ""
    return f"{source_url}/{quote(report.revision)}/{uri(report, path)}{anchor}"


def _is_bytes(text: str) -> bool:
    """Whether lone surrogates stand for bytes, as Python reads odd file names."""
    return not any("\ud800" <= char < "\udc80" or "\udcff" < char <= "\udfff" for char in text)
