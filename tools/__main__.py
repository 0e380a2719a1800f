"""``python -m tools`` writes every generated document anew; ``--check`` only says which are old."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tools import check_pages, cli_reference, known_names, report_schema, settings_reference

DOCUMENTS: dict[Path, Callable[[], str]] = {
    report_schema.TARGET: report_schema.build,
    cli_reference.TARGET: cli_reference.build,
    settings_reference.TARGET: settings_reference.build,
    check_pages.TARGET: check_pages.build,
    known_names.TARGET: known_names.build,
}


def outdated() -> list[Path]:
    """The documents that no longer say what the code does."""
    return [
        target
        for target, build in DOCUMENTS.items()
        if not target.exists() or target.read_text(encoding="utf-8") != build()
    ]


def main() -> int:
    """0 where all is well or now written; 1 where ``--check`` found something old."""
    found = outdated()
    for target in found:
        print(target.name)
        if "--check" not in sys.argv:
            target.write_text(DOCUMENTS[target](), encoding="utf-8")
    return 1 if found and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
