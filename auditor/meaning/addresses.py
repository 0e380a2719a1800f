"""Addresses as settings write them: URLs with or without a scheme, or a bare host."""

from __future__ import annotations

import re

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^@/\s]*@)?([^/\s?#]+)([^\s?#]*)", re.IGNORECASE)


def is_url(text: str) -> bool:
    """Whether a text begins as a URL does."""
    return _URL.match(text.strip()) is not None


def host_and_path(text: str) -> tuple[str, str]:
    """The host, with its port, and the path of a URL; of any other text all before a slash."""
    found = _URL.match(text.strip())
    return (found[1], found[2]) if found else (text.strip().split("/")[0], "")
