"""Which file of Ruby needs which: by the constants that it names, as its modules see them.

Nothing is imported: whoever names a constant has it loaded. Names are looked for in the modules
around the place, by what indentation says of these, then outside of all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from auditor.discover.classify import is_in_tests
from auditor.model.source import SourceFile

_OPENED = re.compile(rb"^([ \t]*)(?:class|module)[ \t]+(?:::)?([A-Z][\w:]*)([^\n]*)", re.MULTILINE)
_NAMED = re.compile(rb"(?<![\w:])(?:::)?([A-Z]\w*(?:::[A-Z]\w*)*)")
_MIXED = re.compile(rb"^[ \t]*(?:include|extend|prepend)[ \t(]+([^\n]*)", re.MULTILINE)
_SET = re.compile(rb"^([A-Z]\w*)[ \t]*=[^=~]|^def[ \t]+(\w+)", re.MULTILINE)
_WORD = re.compile(rb"\b[a-z_]\w*[?!]?")
_CALLED = re.compile(rb"\b([a-z]\w*)(?=&?\.[a-z_])")
#: A table of routes names controllers by texts and symbols.
_TABLE = b"routes.draw"
_ROUTED = re.compile(rb"""['"](?:[\w/]*/)?(\w+)#\w|\bresources?[ (]+:(\w+)""")
_CONTROLLERS = (b"Controller", b"sController")
#: A name that nothing around a place has is looked for anywhere, where few files have it.
_FEW = 3
#: A class that more files than these derive from is one of the framework's making: whoever names
#: it does not mean them.
_MOST_BELOW = 12


class ConstantImports:
    """The files of Ruby by the constants that they declare."""

    def __init__(self, files: Iterable[SourceFile], read: Callable[[str], bytes]) -> None:
        self._homes: dict[bytes, set[str]] = defaultdict(set)
        self._last: dict[bytes, set[str]] = defaultdict(set)
        self._texts: dict[str, bytes] = {}
        self._around: dict[str, set[bytes]] = {}
        for file in files:
            if file.language == "ruby":
                self._declare(file.path, read(file.path))

    def _declare(self, path: str, text: bytes) -> None:
        self._texts[path] = text
        declared = set(_declared(text))
        self._around[path] = {b"", *_prefixes(declared)}
        if is_in_tests(path):
            # Tests open classes of the program and of libraries again.
            return
        for full in declared:
            self._homes[full].add(path)
            self._last[full.rpartition(b"::")[2]].add(path)
        for constant, function in _SET.findall(text):
            self._homes[constant or function].add(path)

    def edges(self) -> dict[str, set[str]]:
        """For every file the paths of those it needs."""
        found: dict[str, set[str]] = {path: set() for path in self._texts}
        below: dict[str, set[str]] = defaultdict(set)
        for path, text in self._texts.items():
            if _TABLE in text:
                self._route(path, text, found)
                continue
            for name in set(_NAMED.findall(text)):
                found[path].update(self._meant(path, name))
            for word in set(_CALLED.findall(text)):
                # Objects from a database are called after their class.
                found[path].update(self._last.get(_camel(word), ()))
            for word in set(_WORD.findall(text)) & self._homes.keys():
                found[path].update(self._homes[word])
            for home in {home for base in _bases(text) for home in self._meant(path, base)}:
                below[home].add(path)
        for home, derived in below.items():
            if len(derived) <= _MOST_BELOW:
                found[home] |= derived
        return {path: needed - {path} for path, needed in found.items()}

    def _route(self, path: str, text: bytes, found: dict[str, set[str]]) -> None:
        """Controllers need the table of their addresses, and not the other way round."""
        for one, two in set(_ROUTED.findall(text)):
            controller = _camel(one or two)
            for end in _CONTROLLERS:
                for home in self._last.get(controller + end, ()):
                    found[home].add(path)

    def _meant(self, path: str, name: bytes) -> set[str]:
        """The files that a name may lead to."""
        found: set[str] = set()
        while name:
            for prefix in self._around[path]:
                found |= self._homes.get(prefix + name, set())
            last = self._last.get(name.rpartition(b"::")[2], set())
            if not found and len(last) <= _FEW:
                found |= last
            if found:
                break
            name = name.rpartition(b"::")[0]
        return found


def _camel(word: bytes) -> bytes:
    return b"".join(part.capitalize() for part in word.split(b"_"))


def _prefixes(names: Iterable[bytes]) -> Iterator[bytes]:
    """What may stand before a name inside of these modules: all of them, and those around them."""
    for full in names:
        parts = full.split(b"::")
        yield from (b"::".join(parts[:end]) + b"::" for end in range(1, len(parts) + 1))


def _declared(text: bytes) -> Iterator[bytes]:
    """The full names of classes and modules, by how far they are indented."""
    stack: list[tuple[int, bytes]] = []
    for indent, name, _ in _OPENED.findall(text):
        while stack and stack[-1][0] >= len(indent):
            stack.pop()
        full = f"{stack[-1][1].decode()}::".encode() + name if stack else name
        stack.append((len(indent), full))
        yield full


def _bases(text: bytes) -> set[bytes]:
    """What classes derive from, and the modules that they take in."""
    found: set[bytes] = set()
    for _, _, header in _OPENED.findall(text):
        found.update(_NAMED.findall(header) if header.lstrip().startswith(b"<") else ())
    for line in _MIXED.findall(text):
        found.update(_NAMED.findall(line))
    return found
