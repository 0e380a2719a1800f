"""One expression for many texts, and texts of files as they are searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_END = -1


def any_of(texts: Iterable[bytes]) -> re.Pattern[bytes]:
    """One expression for all of them. Sharing their beginnings makes it ten times faster."""
    trie: dict[int, dict] = {}  # type: ignore[type-arg]  # a recursive type
    for text in texts:
        node = trie
        for byte in text:
            if _END in node:  # a shorter one already says yes
                break
            node = node.setdefault(byte, {})
        else:
            node.clear()
            node[_END] = {}
    return re.compile(_alternatives(trie) if trie else rb"(?!)")


def as_utf8(content: bytes) -> bytes:
    """The bytes, in UTF-8 where they are UTF-16."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").encode("utf-8", "replace")
    return content


def _alternatives(node: Mapping[int, dict]) -> bytes:  # type: ignore[type-arg]
    if _END in node:
        return b""
    parts = [re.escape(bytes((byte,))) + _alternatives(rest) for byte, rest in sorted(node.items())]
    return parts[0] if len(parts) == 1 else b"(?:" + b"|".join(parts) + b")"
