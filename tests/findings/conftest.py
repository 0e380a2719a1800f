from __future__ import annotations

from tests.linker.conftest import audit_tree, rules

__all__ = ["audit_tree", "rules"]
