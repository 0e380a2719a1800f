"""Attributes: ``#[get("/x")]`` above a function, ``#[arg(default_value = "x")]`` above a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.objects.packages import dotted
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.rust.outcomes import VARIABLE
from auditor.languages.rust.types import path_of
from auditor.model.facts import Arg, Call, Const, Expr, Name

_TEXT = re.compile(r'(?:(\w+)\s*=\s*)?"((?:[^"\\]|\\.)*)"')
_DEFAULT = re.compile(r'\bdefault_value(?:_t)?\s*=\s*(?:String::from\()?"([^"]*)"')
_ENVIRONMENT = re.compile(r'\benv\s*=\s*"(\w+)"')
_FUNCTION = re.compile(r'\bdefault\s*=\s*"([\w:]+)"')
_TEST = re.compile(r"#\[(?:\w+::)*test\b|#\[cfg\(test\)\]|#\[rstest|#\[cfg\(all\(test\b")


def above(node: Node) -> Iterator[Node]:
    """The attributes that stand above a node, the nearest first."""
    before = node.prev_named_sibling
    while before is not None and before.type in ("attribute_item", "line_comment", "block_comment"):
        if before.type == "attribute_item":
            yield before
        before = before.prev_named_sibling


def is_test(reading: Reading, node: Node) -> bool:
    """Whether an item is there for tests alone."""
    return any(_TEST.match(text_of(reading, attribute)) for attribute in above(node))


def is_optional(reading: Reading, node: Node) -> bool:
    """Whether a statement is there in some builds only: ``#[cfg(feature = "x")]``."""
    return any(text_of(reading, attribute).startswith("#[cfg(") for attribute in above(node))


def decorators_of(reading: Reading, node: Node) -> tuple[Expr, ...]:
    """The attributes as decorators: their paths, called with the texts in them."""
    found: list[Expr] = []
    for item in above(node):
        attribute = next((c for c in item.named_children if c.type == "attribute"), None)
        path = attribute.named_children[0] if attribute and attribute.named_children else None
        lowered = path_of(reading, path) if path is not None else None
        if attribute is None or lowered is None:
            continue
        given = attribute.child_by_field_name("arguments")
        line = line_of(reading, item)
        args = tuple(
            Arg(name or None, Const(text, line))
            for name, text in _TEXT.findall(text_of(reading, given) if given is not None else "")
        )
        words = {text_of(reading, c) for c in given.named_children} if given is not None else set()
        if text_of(reading, attribute).startswith("derive"):
            found.extend(Name(f"derive {word}", line) for word in sorted(words))
        else:
            found.append(Call(lowered, args, span_of(reading, item)))
    return tuple(reversed(found))


def default_of(reading: Reading, node: Node, owner: str) -> Expr | None:
    """What a field holds where nothing is given: a text, a variable, what a function gives."""
    line, span = line_of(reading, node), span_of(reading, node)
    for item in above(node):
        text = text_of(reading, item)
        told, asked = _DEFAULT.search(text), _ENVIRONMENT.search(text)
        value: Expr | None = Const(told[1], line) if told is not None else None
        if asked is not None:
            args = [Arg(None, Const(asked[1], line))]
            args.extend([Arg(None, value)] if value is not None else [])
            return Call(Name(VARIABLE, line), tuple(args), span)
        if value is not None:
            return value
        maker = _FUNCTION.search(text)
        if maker is not None:
            return Call(_path(maker[1].removeprefix(f"{owner}::"), line), (), span)
    return None


def _path(text: str, line: int) -> Expr:
    return dotted([word for word in text.split("::") if word], line)
