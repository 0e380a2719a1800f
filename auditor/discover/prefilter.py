"""Which files can matter at all, found far cheaper than by parsing them.

A file matters if it holds an anchor of the catalog (a module, host, model prefix or variable), if
it imports, directly or through others, a file that does, or if one of these imports it: values and
functions are followed into it. Imports are read loosely, so that more is kept rather than less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from auditor.discover.anchored import Finder
from auditor.discover.imports import NOT_SCRIPTS, find_imports
from auditor.discover.patterns import any_of, as_utf8
from auditor.discover.syntaxes import plain_path
from auditor.model.anchors import Anchors
from auditor.model.packages import Packages
from auditor.model.source import Diagnostic, SourceFile

#: So many files of code make a large tree.
LARGE = 4_000


def select(
    files: Sequence[SourceFile],
    anchors: Anchors,
    read: Callable[[str], bytes],
    packages: Packages | None = None,
    telling: Collection[str] = (),
) -> tuple[SourceFile, ...]:
    """The files that can lie on a way from an entry point to a call, in the given order.

    ``read`` gives the content of a path; ``packages`` tell which names mean which scripts.
    ``telling`` are names of files that hold addresses: whoever reads one may ask there.
    """
    finds = Finder(anchors, large=is_large(files)).finds
    anchored = {file.path for file in files if finds(file.language, read(file.path))}
    if telling:
        names = any_of(name.encode() for name in telling).pattern
        reads = re.compile(rb"""["'`/](?:%s)["'`]""" % names).search
        anchored |= {file.path for file in files if reads(read(file.path))}
    if not anchored or len(anchored) == len(files):
        return tuple(file for file in files if file.path in anchored)
    if not is_large(files):
        anchored |= _beside(files, anchored, anchors, read)
    anchored |= _askers(files, read)
    imports = find_imports(files, lambda path: as_utf8(read(path)), packages or Packages())
    importers = _closure(anchored, _reversed(imports))
    kept = _closure(importers, imports)
    return tuple(file for file in files if file.path in kept)


def is_large(files: Sequence[SourceFile]) -> bool:
    """Whether what says little of a file is not enough to read it, as it would be all of them."""
    return len(files) > LARGE


def passed_over(
    files: Iterable[SourceFile],
    contents: Mapping[str, bytes],
    kept: Collection[str],
    anchors: Anchors,
) -> tuple[Diagnostic, ...]:
    """Says of a large tree how many files would have been ``kept`` in a smaller one."""
    code = [file for file in files if file.path in contents]
    if not is_large(code):
        return ()
    finds = Finder(anchors).finds
    left = [f for f in code if f.path not in kept and finds(f.language, contents[f.path])]
    if not left:
        return ()
    message = (
        f"{_counted(left)} not read, as there are more than {LARGE:,} code files: of what counts "
        "there is only an address of this machine, an import by name, the name of a library in "
        "quotes or the beginning of a path; scan the folders one by one to have all of that read"
    )
    return (Diagnostic(min(f.path for f in left), 0, "large-tree", message),)


def _counted(left: Sequence[SourceFile]) -> str:
    more = len(left) - 1
    return f"this file and {more:,} others were" if more else "this file was"


def _beside(
    files: Sequence[SourceFile],
    anchored: Collection[str],
    anchors: Anchors,
    read: Callable[[str], bytes],
) -> set[str]:
    """Files that name a model, in a folder of files that matter or in one above these."""
    ids = any_of(name.encode() for name in anchors.models).pattern
    names = re.compile(rb"""["'`](?:[\w.-]+/)?(?i:%s)[\w.:-]*["'`]""" % ids).search
    above = {parent for path in anchored for parent in PurePosixPath(path).parents}
    near = (f.path for f in files if f.path not in anchored)
    return {path for path in near if PurePosixPath(path).parent in above and names(read(path))}


def _askers(files: Sequence[SourceFile], read: Callable[[str], bytes]) -> set[str]:
    """Scripts that ask the program's own routes: no import leads from them to the handlers."""
    scripts = (file.path for file in files if file.language not in NOT_SCRIPTS)
    return {path for path in scripts if _REQUEST.search(read(path))}


def select_configs(
    files: Sequence[SourceFile],
    anchors: Collection[bytes],
    always: Callable[[str], bool],
    read: Callable[[str], bytes],
) -> tuple[SourceFile, ...]:
    """The configuration files that hold an anchor, in any case, or count whatever they hold."""
    has_anchor = any_of(anchors).search
    return tuple(
        file for file in files if always(file.path) or has_anchor(as_utf8(read(file.path)).lower())
    )


def with_addresses(
    configs: Iterable[SourceFile], anchors: Anchors, read: Callable[[str], bytes]
) -> frozenset[str]:
    """The names, as code writes them, of settings files that hold an address of a platform."""
    holds = any_of(name.encode() for name in anchors.names).search
    return frozenset(
        plain_path(file.path.rpartition("/")[2])
        for file in configs
        if file.language in SETTINGS and not file.in_tests and holds(read(file.path))
    )


#: Syntaxes in which programs keep settings that they read by themselves.
SETTINGS = frozenset({"json", "yaml", "toml"})
#: A request, to whatever address; of methods that other things have too only with a path.
_REQUEST = re.compile(
    rb"""\b(?:fetch|axios|EventSource|WebSocket|XMLHttpRequest)\b"""
    rb"""|(?:\.(?:post|get|put|patch|delete)|url:)\s*\(?\s*["'`](?:\$\{[^}]*\})?/\w"""
)


def _closure(start: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
    reached = set(start)
    stack = list(reached)
    while stack:
        for target in edges.get(stack.pop(), ()):
            if target not in reached:
                reached.add(target)
                stack.append(target)
    return reached


def _reversed(edges: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    back: dict[str, set[str]] = {}
    for source, targets in edges.items():
        for target in targets:
            back.setdefault(target, set()).add(source)
    return back
