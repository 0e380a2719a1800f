"""What a file is, by its name and its first bytes.

To let a language be read, move its suffixes from ``UNREAD`` to ``LANGUAGES``.
"""

from __future__ import annotations

import codecs
import os
import re

LANGUAGES = {
    ".py": "python",
    ".pyw": "python",
    ".ipynb": "notebook",
    **dict.fromkeys((".js", ".jsx", ".mjs", ".cjs"), "javascript"),
    **dict.fromkeys((".ts", ".mts", ".cts"), "typescript"),
    ".tsx": "tsx",
    ".vue": "vue",
    ".svelte": "svelte",
    ".go": "go",
    ".java": "java",
    **dict.fromkeys((".kt", ".kts"), "kotlin"),
    ".cs": "csharp",
    ".php": "php",
    **dict.fromkeys((".rb", ".rake", ".ru", ".jbuilder"), "ruby"),
    ".rs": "rust",
}
"""Suffix to front end. Configuration syntaxes belong here too."""

_NAMES = {"rakefile": "ruby"}
"""Names without a suffix to front end."""

UNREAD = {
    ".swift": "swift",
    ".scala": "scala",
    ".ex": "elixir",
}
"""Source that no front end reads yet: it is counted, so that nobody takes silence for an answer."""

SNIFFED = 8192
"""How many bytes of a file are looked at before it is read."""

# a notebook carries its outputs, pictures included; lock files and their like are read by lines
_LIMITS = {"notebook": 16_000_000, "lines": 8_000_000}
_LIMIT = 1_000_000
_MINIFIED = frozenset({"javascript", "typescript", "tsx"})
_TEST_FOLDERS = frozenset(
    {"test", "tests", "__tests__", "__mocks__", "spec", "specs", "e2e", "cypress"}
)
_TEST_NAME = re.compile(
    r"test_.*|tests\.py|conftest\.py|.+[_.]test\.\w+|.+_tests\.py|.+[_.]spec\.\w+"
)
_SHEBANG = re.compile(rb"#![^\n]*\b(python|ruby)[\d.]*\b")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def language_of(name: str) -> str | None:
    """The front end for a file of this name, or None; declarations of types call nothing."""
    return None if is_stub(name) else LANGUAGES.get(suffix_of(name), _NAMES.get(name.lower()))


def language_of_named(name: str) -> str | None:
    """The same for a file that the user names: declarations of types are read then."""
    return "python" if name.endswith(".pyi") else LANGUAGES.get(suffix_of(name))


def unread_language_of(name: str) -> str | None:
    """The language of a source file that no front end reads; minified files count as nothing."""
    return None if ".min." in name else UNREAD.get(suffix_of(name))


def language_of_script(head: bytes) -> str | None:
    """The language that a ``#!`` line asks for."""
    asked = _SHEBANG.match(head)
    return asked[1].decode() if asked is not None else None


def is_stub(name: str) -> bool:
    """Whether this only declares types, and so calls nothing."""
    return name.lower().endswith((".pyi", ".d.ts", ".d.mts", ".d.cts"))


def is_in_tests(path: str) -> bool:
    """Whether a path, relative to the scanned root, is test code by its name or folder."""
    *folders, name = path.split("/")
    return not _TEST_FOLDERS.isdisjoint(folders) or _TEST_NAME.fullmatch(name) is not None


def is_too_large(size: int, language: str) -> bool:
    """Whether a file of this size is data rather than source."""
    return size > _LIMITS.get(language, _LIMIT)


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file say that it is not text."""
    return b"\0" in head and not head.startswith(_UTF16)


def is_minified(name: str, language: str, head: bytes) -> bool:
    """Whether a file was written by a bundler: by its name, or by lines that nobody types."""
    if language not in _MINIFIED:
        return False
    return ".min." in name or max(map(len, head.split(b"\n"))) > SNIFFED // 2


def suffix_of(name: str) -> str:
    """What stands behind the last dot of a name, with it, in lower case."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - of every file: paths would cost more
