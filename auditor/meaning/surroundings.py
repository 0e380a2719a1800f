"""What files around the code declare: environment variables and packages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from auditor.meaning.documents import Document
from auditor.meaning.names import may_be_secret, references
from auditor.meaning.paths import Found, find
from auditor.model.config import HOLE, Declared, Dependency, Surroundings, leaves
from auditor.model.config_rules import EnvRule, PackageRule

_EXAMPLE = re.compile(r"example|sample|template|dist|default", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 300


def said_in(document: Document) -> Iterator[Declared | Dependency]:
    """Every variable and package that a document declares."""
    if document.in_tests:
        return
    for rule, roots in document.rules:
        if rule.gateway:
            yield from _asked_for(document)
        for root in roots:
            for inner in rule.environment:
                yield from _declared(document, root, inner)
            for package in rule.packages:
                yield from _dependencies(document, root, package)


def surroundings_of(said: Iterable[Declared | Dependency]) -> Surroundings:
    """Everything declared, sorted."""
    every = set(said)
    declared = {one for one in every if isinstance(one, Declared)}
    by_name: dict[str, list[Declared]] = defaultdict(list)
    for one in sorted(declared, key=lambda d: (d.name, d.path, d.line, d.value or "")):
        by_name[one.name].append(one)
    ordered = tuple(one for found in by_name.values() for one in found)
    return Surroundings(
        ordered,
        tuple(sorted(one for one in every if isinstance(one, Dependency))),
        {name: tuple(found) for name, found in by_name.items()},
    )


def _declared(document: Document, root: Found, rule: EnvRule) -> Iterator[Declared]:
    shown = PurePosixPath(document.path).name
    example = rule.example or _EXAMPLE.search(shown) is not None
    for path in rule.at:
        for found in find(root, path, document.top.node):
            for name, line, value in _pairs(found, rule):
                if _NAME.fullmatch(name):
                    yield Declared(name, document.path, line, _kept(name, value), example)


def _asked_for(document: Document) -> Iterator[Declared]:
    """The variables that a gateway's own configuration refers to."""
    for leaf in leaves(document.top.node):
        if leaf.node.text and len(leaf.node.text) < _LONGEST:
            for name in references(leaf.node.text):
                yield Declared(name, document.path, leaf.line)


def _pairs(found: Found, rule: EnvRule) -> Iterator[tuple[str, int, str | None]]:
    """Names, lines and values of a mapping, a list of pairs, or a text ``NAME=value``."""
    node = found.node
    if node.kind == "value":
        name, equals, value = (node.text or "").partition("=")
        yield name.strip(), found.line, value.strip() if equals else None
    elif rule.name is not None:
        named = node.get(rule.name)
        value_node = node.get(rule.value) if rule.value else None
        if named is not None and named.text:
            yield named.text, named.line, value_node.text if value_node else None
    else:
        for entry in node.entries:
            if entry.node.kind == "map":
                continue  # a list of pairs is another rule's to read
            if node.kind == "list":
                yield from _pairs(Found((), entry.line, entry.node), rule)
            else:
                yield entry.key, entry.line, entry.node.text


def _kept(name: str, value: str | None) -> str | None:
    """The value, unless it may be a secret, is open, or is somebody else's to say."""
    if not value or may_be_secret(name) or len(value) > _LONGEST or HOLE in value:
        return None
    if "\n" in value or any(True for _ in references(value)) or "${" in value or "<" in value:
        return None
    return value


def _dependencies(document: Document, root: Found, rule: PackageRule) -> Iterator[Dependency]:
    pattern = _compiled(rule.pattern) if rule.pattern else None
    for path in rule.at:
        for found in find(root, path, document.top.node):
            text = found.keys[-1] if rule.key and found.keys else found.text
            if not text:
                continue
            for name in _names(text, pattern):
                yield Dependency(name, rule.ecosystem, document.path, found.line, rule.locked)


def _names(text: str, pattern: re.Pattern[str] | None) -> Iterator[str]:
    if pattern is None:
        yield text
        return
    for found in pattern.finditer(text):
        yield found["name"]


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
