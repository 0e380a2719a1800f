"""Hosts and paths of addresses of which parts may be unknown."""

from __future__ import annotations

from urllib.parse import urlsplit

from auditor.linker.values import HOLE


def host_of(url: str) -> str:
    """Host and port of a URL, with holes; a lone hole where the URL begins with one."""
    if url.startswith(HOLE) and "://" not in url and not url.startswith(HOLE + "."):
        return HOLE
    scheme, separator, rest = url.partition("://")
    if separator and HOLE in scheme:
        url = f"https://{rest}"
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return ""
    return parts.netloc.rpartition("@")[2]


def path_of(url: str) -> str:
    """The path of a URL, with holes; everything behind the hole a URL begins with."""
    scheme, separator, behind = url.partition("://")
    if separator and HOLE in scheme:
        url = f"https://{behind}"
    if url.startswith(HOLE):
        rest = url.lstrip(HOLE)
        return rest if rest.startswith("/") else f"/{rest}"
    try:
        return urlsplit(url if "://" in url else f"//{url}").path
    except ValueError:
        return ""
