"""Macros: what stands between their brackets is words to the grammar, and is parsed once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tree_sitter import Node

from auditor.languages.limits import MAX_DEPTH
from auditor.languages.objects.dispatch import lower_expression, lower_loose
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, mark_deep, span_of
from auditor.languages.rust.branches import tested
from auditor.languages.rust.jumps import BAILS, PANICS, macro_name
from auditor.languages.rust.outcomes import PANIC, VARIABLE
from auditor.languages.rust.texts import formatted
from auditor.model.facts import Arg, Call, Const, Expr, Many, Mapping, Name, Opaque, Stmt

_FORMATS = frozenset({"format", "concat", "anyhow", "eyre", "format_args"})
_LISTS = frozenset({"vec", "smallvec", "hashset", "btreeset", "prompt_args", "json_internal"})
_PAIRS = frozenset({"hashmap", "btreemap", "indexmap", "maplit"})
_ENVIRONMENT = frozenset({"env", "option_env", "dotenv"})


def lower_macro(reading: Reading, node: Node) -> Expr:
    """A macro in the place of a value."""
    line, name = line_of(reading, node), macro_name(reading, node)
    if reading.depth >= MAX_DEPTH - 10:
        return Opaque((), mark_deep(reading, node))
    tree = _tree(node)
    if tree is None:
        return Opaque((), line)
    inner = _inside(tree)
    if name == "json":
        return _json(reading, inner, line)
    if name in _LISTS:
        return _listed(reading, inner, line)
    found = pieces(reading, node)
    if name in _FORMATS and found:
        return formatted(found, line)
    if name in _ENVIRONMENT and found:
        return Call(Name(VARIABLE, line), (Arg(None, found[0]),), span_of(reading, node))
    if name in ("join", "try_join"):
        return Many("tuple", tuple(found), line)
    if name in PANICS | BAILS and name != "bail":
        return Call(Name(PANIC, line), (), span_of(reading, node))
    if name in ("include_str", "include_bytes"):
        return Opaque((), line)
    return Opaque(tuple(found), line)


def _tree(node: Node) -> Node | None:
    return next((c for c in node.named_children if c.type == "token_tree"), None)


def _inside(tree: Node) -> list[Node]:
    """The words between the brackets."""
    return [c for c in tree.children[1:-1] if not c.is_extra]


def _split(words: Sequence[Node], signs: frozenset[str]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for word in words:
        if word.type in signs:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


_COMMAS = frozenset({",", ";", "=>"})


def pieces(reading: Reading, node: Node) -> list[Expr]:
    """What is separated by commas and arrows in a macro, as expressions."""
    tree = _tree(node)
    if tree is None or reading.depth >= MAX_DEPTH - 10:
        return []
    words = _inside(tree)
    if tree.children[0].type == "{" and not any(w.type == "=>" for w in words):
        return [lower_piece(reading, [tree])]
    return [lower_piece(reading, _valued(part)) for part in _split(words, _COMMAS)]


def _valued(part: list[Node]) -> list[Node]:
    """``name = value`` as its value."""
    at = next((n for n, word in enumerate(part) if word.type == "="), None)
    return part[at + 1 :] if at is not None and at + 1 < len(part) else part


def _listed(reading: Reading, words: list[Node], line: int) -> Expr:
    if any(word.type == ";" for word in words):
        parts = _split(words, frozenset({";"}))
        return Many("list", (lower_piece(reading, parts[0]),) if parts else (), line)
    return Many("list", tuple(lower_piece(reading, p) for p in _split(words, _COMMAS)), line)


def _json(reading: Reading, words: list[Node], line: int) -> Expr:
    """``json!({"model": x})``: mappings and lists as JSON writes them."""
    if len(words) != 1 or words[0].type != "token_tree" or reading.depth >= MAX_DEPTH - 10:
        return lower_piece(reading, words) if words else Const(None, line)
    tree = words[0]
    sign = tree.children[0].type
    parts = _split(_inside(tree), frozenset({","}))
    reading.depth += 1
    try:
        if sign == "[":
            return Many("list", tuple(_json(reading, part, line) for part in parts), line)
        if sign == "{":
            return Mapping(tuple(_pair(reading, part, line) for part in parts), line)
        return lower_piece(reading, words)
    finally:
        reading.depth -= 1


def _pair(reading: Reading, part: list[Node], line: int) -> tuple[Expr | None, Expr]:
    at = next((n for n, word in enumerate(part) if word.type == ":"), None)
    if at is None or not at:
        return None, lower_piece(reading, part)
    key, value = lower_piece(reading, part[:at]), part[at + 1 :]
    return key, _json(reading, value, line_of(reading, part[0])) if value else Const(None, line)


def lower_piece(reading: Reading, words: Sequence[Node]) -> Expr:
    """Words of a macro as the expression that they are, at their own place."""
    if not words:
        return Opaque((), 0)
    first = words[0]
    if len(words) == 1 and first.type in ("identifier", "string_literal", "integer_literal"):
        return lower_expression(reading, first)
    if reading.depth >= MAX_DEPTH - 10:
        return Opaque((), mark_deep(reading, first))
    inner, root = _parsed(reading, words)
    held = _expression(root)
    if held is None or root.has_error:
        # No expression of its own: what can be read of it is kept.
        found: Expr = lower_loose(inner, root)
    else:
        found = lower_expression(inner, held)
    reading.deep_line = reading.deep_line or inner.deep_line
    return found


def checked(reading: Reading, node: Node, out: list[Stmt]) -> Expr:
    """What a macro asks for first; whatever is asked on the way is done beforehand."""
    tree = _tree(node)
    words = _split(_inside(tree), frozenset({","})) if tree is not None else []
    if not words or reading.depth >= MAX_DEPTH - 10:
        return Opaque((), line_of(reading, node))
    inner, root = _parsed(reading, words[0])
    held = _expression(root)
    if held is None or root.has_error:
        return lower_loose(inner, root)
    found = tested(inner, held, out)
    reading.deep_line = reading.deep_line or inner.deep_line
    return found


def _parsed(reading: Reading, words: Sequence[Node]) -> tuple[Reading, Node]:
    """Words of a macro in brackets of their own, and how they are read."""
    from auditor.languages.rust.lower import parser

    row, column = words[0].start_point
    piece = reading.text[words[0].start_byte : words[-1].end_byte]
    # The column stays as it is, so that no two calls of a line are taken for one.
    text = f"{' ' * (column - 1)}({piece});" if column else f"({piece});"
    root = parser().parse(text.encode("latin-1")).root_node
    lines = range(reading.lines[row], reading.lines[row] + piece.count("\n") + 3)
    return replace(reading, text=text, lines=lines, depth=reading.depth + 2), root


def _expression(root: Node) -> Node | None:
    """The expression in the brackets that were put around it."""
    node = root.named_children[0] if root.named_children else None
    for _ in range(2):
        if node is not None and node.type in ("expression_statement", "parenthesized_expression"):
            words = [c for c in node.named_children if not c.is_extra]
            node = words[0] if words else None
    return node


HANDLERS = {"macro_invocation": lower_macro}
