"""Programs in Go: the module that they are, and whom their calls ask."""

from __future__ import annotations

from tests.linker.reading import AuditTree, Target, target

MODULE = {"go.mod": "module example.com/app/v2\n"}
ANTHROPIC = "github.com/anthropics/anthropic-sdk-go"


def targets(audit_tree: AuditTree, files: dict[str, str]) -> list[Target]:
    return [target(call) for call in audit_tree({**MODULE, **files}).calls]
