"""A key that the code reads is named where a file shows what may be set."""

from __future__ import annotations

from auditor.checks.case import either
from auditor.checks.undeclared_credential import missing_keys
from auditor.checks.unprovisioned_fallback import missing_of_fallback
from auditor.model.remedy import Patch
from auditor.remedy.bench import Bench
from auditor.remedy.declare import named_beside_others
from auditor.remedy.source import CannotEdit

CHECKS = ("undeclared-credential", "unprovisioned-fallback")


def name_key(bench: Bench) -> Patch:
    """One line more in each file of examples that names a key of some vendor; never a value.

    Raises ``CannotEdit`` where there is no such file.
    """
    call = bench.call()
    if bench.finding.check == CHECKS[0]:
        missing = missing_keys(bench.case, call)
        wanted, names = [either(keys) for keys in missing], [keys[0] for keys in missing]
    else:
        names = wanted = missing_of_fallback(bench.case, call)[:1]
    edits = [edit for name in names for edit in named_beside_others(bench, name)]
    if not edits:
        raise CannotEdit("no file shows which keys may be set, so the line has no place")
    says = f"name {' and '.join(names)} where other keys are named"
    note = f"give {' and '.join(wanted)} a value in every deployment"
    return Patch(bench.finding, "named-key", says, tuple(edits), (note,), is_safe=True)
