"""Which files hold an anchor: by the words in them, as a search for hundreds of texts is slow.

A file is split into words once. Each anchor is looked up by its longest word, and only where that
word is there the anchor itself is looked for. Imports are read loosely, here too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from auditor.discover.patterns import any_of, as_utf8
from auditor.discover.specifiers import BEGINNINGS
from auditor.model.anchors import Anchors
from auditor.model.languages import LANGUAGES

_LANGUAGE = {front_end: language for language, names in LANGUAGES.items() for front_end in names}
#: The language in which the parts of a dotted name may be imported apart.
_APART = "python"
#: The language in which names of modules stand at the beginning of paths: ``a::b``.
_PATHS = "rust"

_WORD = re.compile(r"\w+")
#: Whatever is no part of a word becomes a blank; so do the letters of other scripts.
_BLANKS = bytes(c if (chr(c).isalnum() and c < 128) or c == 95 else 32 for c in range(256))
#: Packages of at most so many letters are words of any text: they are looked for between quotes.
_SHORT = 5

#: What a file imports from its own repository.
_OWN = re.compile(
    rb"""^[ \t]*from[ \t]+[\w.]*\.[^\n]*|^[^\n]*["'](?:%s)[^"'\n]*["']"""
    % any_of(beginning.encode() for beginning in BEGINNINGS).pattern,
    re.MULTILINE,
)

Test = Callable[[bytes, set[bytes]], bool]


class Finder:
    """Tells which texts hold one of the anchors."""

    def __init__(self, anchors: Anchors, *, large: bool = False) -> None:
        parts = anchors.narrow_parts if large else anchors.parts
        names = anchors.names if large else anchors.names | anchors.vague
        # In a large tree, names in quotes count in files that import by name alone.
        loaders = frozenset(name.encode() for name in anchors.loaders) if large else None
        self._parts = any_of(part.encode() for part in parts).search
        always = [(name, _stands(name)) for name in names]
        self._tests = {
            language: _by_word([*always, *((m, _imports(language, m, loaders)) for m in modules)])
            for language, modules in anchors.modules.items()
        }
        self._names = _by_word(always)
        self._code_names = _beginning_with(anchors.code_names).search
        self._starters = {word.encode() for word in anchors.starters}
        programs = any_of(name.encode() for name in anchors.programs).pattern
        self._programs = re.compile(rb"""["'`](?:[\w./-]*/)?(?:%s)["'`\s]""" % programs).search

    def finds(self, front_end: str, content: bytes) -> bool:
        """Whether a file of this front end matters by itself."""
        # An escape in a text or a notebook would stick to the word behind it.
        text = as_utf8(content).replace(b"\\n", b"\n").replace(b"%2F", b"/")
        words = set(text.translate(_BLANKS).split())
        tests = self._tests.get(_LANGUAGE[front_end], self._names)
        for word in words & tests.keys():
            if any(test(text, words) for test in tests[word]):
                return True
        if self._starters & words and self._programs(text) is not None:
            return True
        return self._parts(text) is not None or self._imports_own(text)

    def _imports_own(self, text: bytes) -> bool:
        """Whether what it imports from its own repository is called like one who asks a model."""
        return any(self._code_names(line.group()) for line in _OWN.finditer(text))


def _by_word(tests: Iterable[tuple[str, Test]]) -> dict[bytes, list[Test]]:
    """The tests by the longest word of what they look for."""
    found: dict[bytes, list[Test]] = defaultdict(list)
    for name, test in tests:
        found[max(_WORD.findall(name), key=len).encode()].append(test)
    return dict(found)


def _holds(name: str) -> Test:
    wanted = name.encode()
    return lambda text, _: wanted in text


def _stands(name: str) -> Test:
    wanted = name.encode()
    ends = re.escape(wanted) + rb"(?!\w)"
    # Compiled only where the name stands at all, which most names do nowhere.
    return lambda text, _: wanted in text and re.search(ends, text) is not None


def _beginning_with(words: Iterable[str]) -> re.Pattern[bytes]:
    """Any of these words, in lower case, where a word of a name begins, in any case."""
    any_word = any_of(word.encode() for word in words).pattern
    return re.compile(rb"(?:(?<![A-Za-z])|(?=[A-Z]))(?i:%s)" % any_word)


def _imports(language: str, module: str, loaders: frozenset[bytes] | None) -> Test:
    parts = {part.encode() for part in _WORD.findall(module)}
    if language == _APART:
        # "from a.b import c" may mean a.b.c, so the words may stand apart; the first is imported.
        first = module.partition(".")[0]
        seen = _importing(first).search
        if loaders is None:
            return lambda text, words: parts <= words and seen(text) is not None
        imported = _importing(first, quoted=False).search
        return lambda text, words: (
            parts <= words and (seen if words & loaders else imported)(text) is not None
        )
    if language == _PATHS:
        path = re.compile(rb"\b%s[ \t]*::|\bcrate[ \t]+%s\b" % ((re.escape(module.encode()),) * 2))
        return lambda text, _: path.search(text) is not None
    if len(module) > _SHORT:
        return _holds(module)
    name = re.escape(module.encode())
    quoted = re.compile(rb"""["'`]%s["'`/]|[:/]%s@\d""" % (name, name))
    return lambda text, _: quoted.search(text) is not None


def _importing(package: str, *, quoted: bool = True) -> re.Pattern[bytes]:
    """An import of it, or its name at the head of a continued line or, ``quoted``, of a text."""
    name = re.escape(package.encode())
    text = rb"""["']%s\b|""" % name if quoted else b""
    return re.compile(
        text + rb"""\b(?:import|from)\b[^\n]*?(?<!\.)\b%s\b|\\\r?\n\s*%s\b""" % (name, name)
    )
