"""The programs of several languages become one."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.program import Program


def merge(programs: Sequence[Program]) -> Program:
    """One program with everything in it: calls, clients and entry points keep their places."""
    if len(programs) == 1:
        return programs[0]
    return Program(
        calls=tuple(
            sorted((c for p in programs for c in p.calls), key=lambda c: (c.path, c.line, c.column))
        ),
        clients=tuple(
            sorted(
                (c for p in programs for c in p.clients),
                key=lambda c: (c.path, c.line, c.sdk, c.vendor or "", c.platform or ""),
            )
        ),
        entrypoints=tuple(
            sorted(
                (e for p in programs for e in p.entrypoints), key=lambda e: (e.path, e.line, e.name)
            )
        ),
        unreached=tuple(sorted(call for p in programs for call in p.unreached)),
        diagnostics=tuple(d for p in programs for d in p.diagnostics),
        keys={key: call for p in programs for key, call in p.keys.items()},
        loose=tuple(behaviour for p in programs for behaviour in p.loose),
        exceptions={name: above for p in programs for name, above in p.exceptions.items()},
        features=tuple(sorted(site for p in programs for site in p.features)),
    )
