"""docs/checks.md: the pages of all checks, from rules/checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from auditor.model.check_doc import CheckDoc
from auditor.rulebook.load import load_catalog
from tools.tables import cell, table

TARGET = Path(__file__).parent.parent / "docs" / "checks.md"

HEAD = """\
# The checks

<!-- Generated: python -m tools -->

Each page stands in `rules/checks`, and goes along with each finding in SARIF. The severity is that
of a check's findings where nothing makes them better or worse.
"""


def build() -> str:
    """The page as it should stand in ``TARGET``."""
    checks = sorted(load_catalog().checks.values(), key=lambda doc: doc.id)
    rows = [[f"[{doc.id}](#{doc.id})", doc.severity.value, cell(doc.says)] for doc in checks]
    parts = [HEAD.rstrip("\n"), table(["Check", "Severity", ""], rows)]
    for doc in checks:
        parts += [f"## {doc.id}", f"**{doc.title}.** {doc.says}", *_text(doc)]
    return "\n\n".join(parts) + "\n"


def _text(doc: CheckDoc) -> Iterator[str]:
    """The prose with its headings one level down, but none that looks so in an example."""
    pieces = re.split(r"(^```.*?^```$)", doc.text.strip(), flags=re.MULTILINE | re.DOTALL)
    yield "".join(
        piece if piece.startswith("```") else re.sub(r"^#", "##", piece, flags=re.MULTILINE)
        for piece in pieces
    )
