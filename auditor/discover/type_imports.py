"""Which file of a language of types needs which: loose, by the names of types that it mentions.

No import says that a class of the same package is used, and none leads from an interface to what
implements it. So a file needs those that declare a type it mentions, and a file that declares a
type needs those whose types are derived from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from auditor.model.source import SourceFile

#: Front ends whose files are joined by the types they mention; those in one group see each other.
LANGUAGES = frozenset({"java", "kotlin", "csharp", "php"})
#: Those of them that declare functions and values beside types.
_OPEN = frozenset({"kotlin", "php"})

_WORD = re.compile(rb"\b[A-Z]\w*")
_DECLARED = re.compile(
    rb"\b(?:class|interface|record|enum|struct|object|trait|@interface)\s+(\w+)([^{;]*)"
)
_ANY_WORD = re.compile(rb"\b[A-Za-z_]\w*")
_BESIDE = re.compile(
    rb"^(?:[a-z]+ +)*(?:fun|val|var) +(?:<[^>\n]*> *)?(?:[\w<>?, *]+\.)?(\w+)"
    rb"|^[ \t]*function +&?(\w+)",
    re.MULTILINE,
)
#: Files that are named, not imported: ``require 'x.php'``, ``config('x.y')``.
_NAMED = re.compile(rb"""['"/]([\w-]+)\.php['"]|\bconfig\(\s*['"]([\w-]+)""")
_STRANGERS = 60


class TypeImports:
    """The files of these languages by the types that they declare."""

    def __init__(self, files: Iterable[SourceFile], read: Callable[[str], bytes]) -> None:
        self._homes: dict[bytes, set[str]] = defaultdict(set)
        self._words: dict[str, set[bytes]] = {}
        self._above: dict[str, set[bytes]] = {}
        for file in files:
            if file.language not in LANGUAGES:
                continue
            text = read(file.path)
            is_open = file.language in _OPEN
            self._words[file.path] = set((_ANY_WORD if is_open else _WORD).findall(text))
            for names in _BESIDE.findall(text) if is_open else ():
                self._homes[names[0] or names[1]].add(file.path)
            if file.language == "php":
                self._words[file.path] |= {b"%s.php" % (a or b) for a, b in _NAMED.findall(text)}
                self._homes[PurePosixPath(file.path).name.encode()].add(file.path)
            above: set[bytes] = set()
            for name, header in _DECLARED.findall(text):
                self._homes[name].add(file.path)
                above.update(_WORD.findall(header))
            self._above[file.path] = above

    def edges(self) -> dict[str, set[str]]:
        """For every file the paths of those it needs."""
        found: dict[str, set[str]] = {path: set() for path in self._words}
        for path, words in self._words.items():
            for word in words & self._homes.keys():
                if len(self._homes[word]) <= _STRANGERS:
                    found[path] |= self._homes[word]
            for base in self._above[path] & self._homes.keys():
                for home in self._homes[base]:
                    found[home].add(path)
        return {path: needed - {path} for path, needed in found.items()}
