"""Imports by address: which package is fetched from a registry, or from a mirror of one."""

from __future__ import annotations

import re

_REGISTRY = re.compile(
    r"(?:npm:|jsr:)/?"
    r"|https?://(?:esm\.sh|esm\.run|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net/npm|deno\.land/x)"
    r"/(?:v\d+/|stable/|pin/[^/]+/)?"
)
_PACKAGE = re.compile(r"((?:@[\w.-]+/)?[\w.-]+)(?:@[^/?#]*)?(/[^?#]*)?(?:[?#].*)?")
#: Files by which a package is meant as a whole.
_WHOLE = re.compile(r"/(?:\+esm|(?:mod|index|main)\.(?:ts|js|mjs))?")
_STANDARD = re.compile(r"(https?://deno\.land/std)@[^/]+(/.*)")


def package_of(specifier: str) -> str:
    """``acme/chat`` for ``npm:acme@1/chat`` and ``https://esm.sh/acme@1.2.3/chat?target=es2022``.

    Addresses of the standard library lose their release alone; all other specifiers stay.
    """
    standard = _STANDARD.fullmatch(specifier)
    if standard is not None:
        return standard[1] + standard[2]
    registry = _REGISTRY.match(specifier)
    named = _PACKAGE.fullmatch(specifier, registry.end()) if registry is not None else None
    if named is None:
        return specifier
    path = named[2] or ""
    return named[1] + ("" if _WHOLE.fullmatch(path) else path)
