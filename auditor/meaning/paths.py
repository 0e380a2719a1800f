"""Key paths of configuration rules, and the nodes they find.

A path is segments joined by dots, from some node downwards:

    name      a key; ``*`` and ``?`` stand for any text and any letter, ``a|b`` for either
    **        any number of keys, none included
    x[k=v]    what ``x`` finds, where its member ``k``, or one in that list, is ``v`` (patterns too)
    x[k!=v]   where it is not
    .         the node itself
    /a.b      from the top of the document
    ^a.b      from the node around this one, ``^^`` from the one around that

Conditions may be joined by ``||``: one of them must be met.

A condition is a path that must find something, or ``path=text`` where one of the texts found must
fit; ``!`` before either asks for the contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple

from auditor.model.config import Node

_SEGMENT = re.compile(r"((?:[^.\[\]]|\[[^\]]*\])+)")
_FILTER = re.compile(r"^(.*?)(?:\[([^=\]]+)=([^\]]*)\])?$")


class Found(NamedTuple):
    """A node with the keys that lead to it from the top; ``line`` is that of its key."""

    keys: tuple[str, ...]
    line: int
    node: Node

    @property
    def text(self) -> str | None:
        """The scalar's text, None for anything else."""
        return self.node.text if self.node.kind == "value" else None


class _Step(NamedTuple):
    pattern: re.Pattern[str] | None
    exact: str | None
    member: str
    value: re.Pattern[str] | None
    differs: bool = False


def find(start: Found, path: str, top: Node | None = None) -> list[Found]:
    """The nodes at ``path`` below ``start``, in the order of the file."""
    if path.startswith("/"):
        start, path = Found((), start.line, top or start.node), path[1:]
    elif path.startswith("^"):
        bare = path.lstrip("^")
        start, path = _above(start, len(path) - len(bare), top or start.node), bare
    if path in (".", ""):
        return [start]
    found = [start]
    for step in _steps(path):
        found = list(_below(found, step)) if step is not None else list(_anywhere(found))
    return found


def first_text(start: Found, paths: Iterable[str], top: Node | None = None) -> Found | None:
    """The first scalar at one of the paths."""
    for path in paths:
        for one in find(start, path, top):
            if one.text is not None:
                return one
    return None


def holds(start: Found, condition: str, top: Node | None = None) -> bool:
    """Whether a condition is met at ``start``."""
    if "||" in condition:
        return any(holds(start, one.strip(), top) for one in condition.split("||"))
    if condition.startswith("!"):
        return not holds(start, condition[1:], top)
    path, equals, wanted = _condition(condition)
    found = find(start, path, top)
    if not equals:
        return bool(found)
    return any(one.text is not None and fits(one.text, wanted) for one in found)


def fits(text: str, pattern: str) -> bool:
    """Whether a text is one of the patterns that ``|`` joins; case does not matter."""
    return _compiled(pattern).fullmatch(text) is not None


def _above(start: Found, count: int, top: Node) -> Found:
    """The node so many keys above ``start``."""
    here = Found((), top.line, top)
    for key in start.keys[: max(0, len(start.keys) - count)]:
        entry = next((entry for entry in here.node.entries if entry.key == key), None)
        if entry is None:
            break
        here = Found((*here.keys, key), entry.line, entry.node)
    return here


@lru_cache(maxsize=4096)
def _condition(text: str) -> tuple[str, str, str]:
    depth = 0
    for place, letter in enumerate(text):
        depth += {"[": 1, "]": -1}.get(letter, 0)
        if letter == "=" and depth == 0:
            return text[:place], "=", text[place + 1 :]
    return text, "", ""


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    joined = "|".join(translate(part) for part in pattern.split("|"))
    return re.compile(joined, re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4096)
def _steps(path: str) -> tuple[_Step | None, ...]:
    steps: list[_Step | None] = []
    for segment in _SEGMENT.findall(path):
        if segment.startswith("**"):
            steps.append(None)
            if segment == "**":
                continue
            segment = segment[1:]
        split = _FILTER.match(segment)
        assert split is not None
        name, member, value = split[1], split[2] or "", split[3]
        differs = member.endswith("!")
        member = member.rstrip("!")
        plain = not set(name) & set("*?|")
        steps.append(
            _Step(
                None if plain else _compiled(name),
                name if plain else None,
                member,
                _compiled(value) if member else None,
                differs,
            )
        )
    return tuple(steps)


def _below(found: Iterable[Found], step: _Step) -> Iterator[Found]:
    for one in found:
        for entry in one.node.entries:
            named = (
                entry.key == step.exact
                if step.pattern is None
                else step.pattern.fullmatch(entry.key) is not None
            )
            if named and (step.value is None or _has_member(entry.node, step)):
                yield Found((*one.keys, entry.key), entry.line, entry.node)


def _has_member(node: Node, step: _Step) -> bool:
    member = node if step.member == "." else node.get(step.member)
    listed = (member, *(entry.node for entry in member.entries)) if member is not None else ()
    texts = (each.text for each in listed if each.text is not None)
    same = step.value is not None and any(map(step.value.fullmatch, texts))
    return same is not step.differs


def _anywhere(found: Iterable[Found]) -> Iterator[Found]:
    """The nodes and everything below them."""
    stack = list(found)[::-1]
    while stack:
        one = stack.pop()
        yield one
        stack.extend(
            Found((*one.keys, entry.key), entry.line, entry.node)
            for entry in reversed(one.node.entries)
        )
