"""Writes a small repository, and mends it with the real rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from auditor.mend import Wish, mend
from auditor.model.remedy import Mended
from auditor.settings import Settings
from tests.linker.conftest import audit_tree

__all__ = ["audit_tree"]

Mend = Callable[..., Mended]


@pytest.fixture
def mend_tree(audit_tree: object, tmp_path: Path) -> Mend:
    """What can be done about the findings of the given files; all patches unless said otherwise."""

    def run(
        files: Mapping[str, str],
        *second: str,
        checks: tuple[str, ...] | None = None,
        unsafe: bool = True,
        settings: Settings | None = None,
    ) -> Mended:
        for name, text in files.items():
            path = tmp_path / "repo" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        wish = Wish(checks, second, unsafe)
        return mend([tmp_path / "repo"], settings or Settings(), wish)[1]

    return run


def changed(mended: Mended, path: str = "app.py") -> list[str]:
    """The lines of a file that are new, without their indent."""
    old = mended.before[path].splitlines()
    return [line.strip() for line in mended.after[path].splitlines() if line not in old]


def reasons(mended: Mended) -> list[str]:
    """Why findings are left without a patch."""
    return [one.reason for one in mended.refusals]
