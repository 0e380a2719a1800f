"""What is wrong with the ignores themselves: drafts for the checks of the kind ``ignores``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from auditor.checks.draft import Draft, Spot
from auditor.model.finding import Finding
from auditor.model.program import Evidence
from auditor.suppress.ignore import Ignore

UNUSED, EXPIRED, UNEXPLAINED = "unused-ignore", "expired-ignore", "unexplained-ignore"


def find_unused(
    ignores: Iterable[Ignore],
    findings: Sequence[Finding],
    active: Iterable[str],
    known: Sequence[str],
) -> Iterator[Draft]:
    """Ignores that mean no finding, though every check they name was run."""
    ran = set(active)
    for ignore in ignores:
        unknown = [check for check in ignore.checks if check not in known]
        if unknown:
            near = get_close_matches(unknown[0], known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            yield _draft(ignore, f"There is no check {unknown[0]!r} to ignore{hint}")
        elif set(ignore.checks or known) <= ran and not any(map(ignore.means, findings)):
            what = ", ".join(ignore.checks) or "anything"
            yield _draft(ignore, f"Nothing is found here for the ignore of {what}")


def find_expired(ignores: Iterable[Ignore], today: date | None) -> Iterator[Draft]:
    """Ignores whose last day is over: what they meant counts again."""
    for ignore in ignores:
        if ignore.has_expired(today):
            what = ", ".join(ignore.checks) or "everything here"
            yield _draft(ignore, f"The ignore of {what} was good until {ignore.until}")


def find_unexplained(ignores: Iterable[Ignore]) -> Iterator[Draft]:
    """Ignores without a reason."""
    for ignore in ignores:
        if not ignore.reason:
            what = ", ".join(ignore.checks) or "everything here"
            yield _draft(ignore, f"Nothing says why {what} is ignored")


def _draft(ignore: Ignore, message: str) -> Draft:
    reason = f"the ignore, {ignore.reason!r}" if ignore.reason else "the ignore"
    return Draft(
        message=message,
        spot=Spot(ignore.path, ignore.line, ignore.line),
        subject=(ignore.kind, *ignore.checks, ignore.reason),
        evidence=(Evidence(ignore.path, ignore.line, reason),),
    )
