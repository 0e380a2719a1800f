"""``const``, ``let``, ``var`` and ``using``.

A name that is declared as a function or class is a definition like any other, so it becomes a
``Function`` or ``Class`` statement of that name.
"""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.classes import read_class
from auditor.languages.javascript.dispatch import lower_named, unwrap
from auditor.languages.javascript.functions import FUNCTIONS, read_function
from auditor.languages.javascript.hints import lower_annotation
from auditor.languages.javascript.patterns import NAMES, Binder
from auditor.languages.javascript.reading import Reading, line_of, solid, text_of
from auditor.model.facts import Assign, Const, Expr, Name, Stmt


def lower_variables(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """One declaration of several variables."""
    for child in node.children:
        if child.type == "variable_declarator":
            _variable(reading, child, out)


def _variable(reading: Reading, node: Node, out: list[Stmt]) -> None:
    words = solid(node)
    target, value = words[0], None
    annotation: Expr | None = None
    for position, word in enumerate(words):
        if word.type == "type_annotation":
            annotation = lower_annotation(reading, word)
        elif word.type == "=":
            value = words[position + 1]
    name = text_of(reading, target) if target.type in NAMES else ""
    hides = name in reading.renamed
    if name and value is not None and not hides and define(reading, value, name, out):
        reading.declared.add(name)
        if annotation is not None:
            line = line_of(reading, target)
            out.insert(-1, Assign((Name(name, line),), None, annotation, "", line))
        return
    # A variable without a value is undefined, and a name of this scope all the same.
    missing = Const(None, line_of(reading, node))
    reading.hint = _component(reading, target, value)
    lowered = missing if value is None else lower_named(reading, value, name or "<lambda>")
    reading.hint = ""
    Binder(reading, reading.declared).bind(target, lowered, out, annotation)


def _component(reading: Reading, target: Node, value: Node | None) -> str:
    """``Chat`` for ``const Chat = memo(() => ...)``: the function inside goes by that name."""
    bare = unwrap(value) if value is not None else None
    given = (
        bare.child_by_field_name("arguments") if bare and bare.type == "call_expression" else None
    )
    if given is None or target.type not in NAMES or not given.named_children:
        return ""
    name = text_of(reading, target)
    wraps = unwrap(given.named_children[0]).type in FUNCTIONS
    return name if wraps and name[:1].isupper() else ""


def define(reading: Reading, value: Node, name: str, out: list[Stmt]) -> bool:
    """Define ``name`` as the function or class that ``value`` is; False if it is neither."""
    bare = unwrap(value)
    if bare.type in FUNCTIONS:
        function = read_function(reading, bare, name)
        out.append(function._replace(name=name))
    elif bare.type == "class":
        out.append(read_class(reading, bare, name))
    else:
        return False
    return True


HANDLERS = dict.fromkeys(
    ("lexical_declaration", "variable_declaration", "using_declaration"), lower_variables
)
