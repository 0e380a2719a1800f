"""A client of a script that waits too long is given a timeout and few retries."""

from __future__ import annotations

from auditor.model.remedy import Patch
from auditor.remedy.bench import Bench
from auditor.remedy.scripts.imports import Imports
from auditor.remedy.scripts.options import set_options
from auditor.remedy.source import CannotEdit
from auditor.remedy.timeouts import NOTE, limits_of


def end_the_wait(bench: Bench) -> Patch:
    """Where the client is built, both are set.

    Raises ``CannotEdit`` where that place is not understood, or takes no timeout.
    """
    call = bench.call()
    words = bench.patience()
    for path, line in bench.client_lines(call):
        script = bench.script(path)
        imports = Imports(script)
        for node in script.made(line):
            made = node.get("constructor")
            name = imports.meaning(script.dotted(made)) if made is not None else ""
            values = limits_of(bench, name, words)
            if values:
                edits = tuple(set_options(script, node, values))
                said = " and ".join(f"{key}: {value}" for key, value in values.items())
                return Patch(bench.finding, "timeout", f"set {said}", edits, (NOTE,))
    raise CannotEdit("the place where the wait could be ended is not understood")


def quicker(bench: Bench) -> Patch | None:
    """What lets the fallback of a finding's call come in time; None where it does already."""
    return end_the_wait(bench) if bench.is_slow() else None
