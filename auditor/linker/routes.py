"""The address that a file's place gives it, where a framework routes by folders."""

from __future__ import annotations

from pathlib import PurePosixPath

#: Files that stand for their folder.
_INDEX = frozenset({"route", "index", "page", "_index", "+server", "+page", "+page.server",
                    "+layout.server", "_layout"})  # fmt: skip
_VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})


def route_of(path: str, root: str) -> tuple[str, str]:
    """The address of a file below the folder ``root``, and the verb its name ends with.

    ``app/(chat)/api/[id]/route.ts`` below ``app`` is ``/api/[id]``; a folder in parentheses only
    groups, ``chat.post.ts`` answers POST.
    """
    place = PurePosixPath(path)
    folders = list(place.parts[:-1])
    if root not in folders:
        return "", ""
    start = folders.index(root) + 1
    while root in folders[start:] and folders[start] in ("src", root):
        start = folders.index(root, start) + 1
    words = [f for f in folders[start:] if not f.startswith(("(", "@"))]
    stem, _, verb = place.stem.rpartition(".")
    if verb not in _VERBS:
        stem, verb = place.stem, ""
    if stem not in _INDEX:
        words += [word for word in stem.split(".") if word not in _INDEX]
    return "/" + "/".join(words), verb.upper()
