"""Which script imports which, by a scan for quoted specifiers: loose, so that none is missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.discover.specifiers import Specifiers

# ``from "x"``, ``import "x"``, ``import("x")``, ``require("x")`` and their likes, comments between.
_SPECIFIER = re.compile(
    rb"""\b(?:from|import|require|resolve|mock|Worker|URL)\s*(?:/\*[^*]*\*/\s*)?\(?\s*"""
    rb"""(?:/\*[^*]*\*/\s*)?(["'`])([^"'`\n]{1,300})\1"""
)


def imported_scripts(path: str, text: bytes, specifiers: Specifiers) -> Iterator[str]:
    """The files of the tree that a script imports, in any form."""
    for match in _SPECIFIER.finditer(text):
        name = match[2].decode("utf-8", "replace")
        beginning, hole, _ = name.partition("${")
        if hole:
            yield from specifiers.below(beginning, path)
            continue
        found = specifiers.resolve(name, path)
        if found is not None:
            yield found
