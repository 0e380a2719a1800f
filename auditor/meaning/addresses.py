"""Addresses as settings write them: URLs with or without a scheme, or a bare host."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.model.catalog import Platform
from auditor.model.config import HOLE

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^@/\s]*@)?([^/\s?#]+)([^\s?#]*)", re.IGNORECASE)
#: What Terraform fills in, whose dots are none of the host's.
_ELSEWHERE = re.compile(r"\$\{[^{}]*\.[^{}]*\}")


def is_url(text: str) -> bool:
    """Whether a text begins as a URL does."""
    return _URL.match(text.strip()) is not None


def host_and_path(text: str) -> tuple[str, str]:
    """The host, with its port, and the path of a URL; of any other text all before a slash."""
    text = _ELSEWHERE.sub(HOLE, text)
    found = _URL.match(text.strip())
    return (found[1], found[2]) if found else (text.strip().split("/")[0], "")


def placeholders(platform: Platform, url: str) -> dict[str, str]:
    """What stands in an address where the platform's hosts have ``{region}`` or ``{resource}``."""
    host = host_and_path(url)[0].partition(":")[0].lower()
    for pattern in (*platform.hosts, *platform.shared_hosts):
        found = _compiled(pattern.lower()).fullmatch(host) if "{" in pattern else None
        if found is not None:
            return {key: text for key, text in found.groupdict().items() if HOLE not in text}
    return {}


@lru_cache(maxsize=512)
def _compiled(host: str) -> re.Pattern[str]:
    """The host with a group for each placeholder, the first of each name."""
    pattern, known = "", set[str]()
    for text, name in re.findall(r"([^{]*)(?:\{(\w+)\})?", host):
        pattern += re.escape(text)
        if name:
            pattern += "[^.]+?" if name in known else f"(?P<{name}>[^.]+?)"
            known.add(name)
    return re.compile(pattern)
