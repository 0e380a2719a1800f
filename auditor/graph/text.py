"""Text from a scanned repository, made safe to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_ESCAPE = re.compile(
    r"\x1b\][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # operating system command: titles, links
    r"|[\x1b\x9b]\[?[0-?]*[ -/]*[@-~]"  # colours, cursor movements
)
# Control characters, lone surrogates, and the marks that turn the reading direction around.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
# The same in JSON, which escapes the control characters of ASCII by itself.
_ACTIVE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def place(path: str, line: int, cell: int = 0) -> str:
    """``path:line``; lines of a notebook are counted in their cell."""
    return f"{plain(path)} cell {cell}:{line}" if cell else f"{plain(path)}:{line}"


def places(found: Iterable[tuple[str, int, int]]) -> list[str]:
    """Path, line and cell as text; after another place of the same file without the path."""
    said, before = [], ""
    for path, line, cell in found:
        full = place(path, line, cell)
        said.append(full.removeprefix(plain(path)).strip() if path == before else full)
        before = path
    return said


def plain(text: str) -> str:
    """One line without escape sequences, control characters and direction marks."""
    text = _ESCAPE.sub("", text)
    text = _CONTROL.sub("", re.sub(r"\s", " ", text))
    return re.sub(" +", " ", text).strip()


def json_text(document: object) -> str:
    """The document as JSON that does nothing to a terminal, and is UTF-8 in any case.

    Half a surrogate pair has no UTF-8, and some marks act on what shows them: as escapes they are
    the same to whoever reads the JSON.
    """
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
