from __future__ import annotations

from tests.linker.conftest import audit_tree

__all__ = ["audit_tree"]
