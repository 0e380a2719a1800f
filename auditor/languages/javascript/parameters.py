"""Parameters. Those that are destructured get a name, and are taken apart in the body."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.decorators import keep_decorators
from auditor.languages.javascript.dispatch import lower_expression
from auditor.languages.javascript.hints import lower_annotation
from auditor.languages.javascript.patterns import NAMES, Binder
from auditor.languages.javascript.reading import SKIPPED, Reading, line_of, solid, text_of
from auditor.model.facts import Assign, Attr, Expr, Name, Param, Stmt

_TYPED = frozenset({"required_parameter", "optional_parameter"})
_PROPERTY = frozenset({"accessibility_modifier", "readonly", "override_modifier"})


def lower_parameters(reading: Reading, node: Node, prologue: list[Stmt]) -> list[Param]:
    """The parameters of a function; what its body begins with goes to ``prologue``.

    An arrow function's only parameter may stand without parentheses, the arrow behind it.
    """
    params: list[Param] = []
    for child in node.children:
        kind = child.type
        if kind in _TYPED:
            _typed(reading, child, params, prologue)
        elif kind == "=>":
            break
        elif child.is_named and kind not in SKIPPED:
            params.append(_parameter(reading, child, None, len(params), prologue))
    return params


def _typed(reading: Reading, node: Node, params: list[Param], prologue: list[Stmt]) -> None:
    """``@Dec() private name?: Type = default``; ``this: Type`` is no parameter at all."""
    pattern: Node | None = None
    annotation: Expr | None = None
    default: Expr | None = None
    is_property = False
    words = solid(node)
    for position, word in enumerate(words):
        kind = word.type
        if kind == "decorator":
            keep_decorators(reading, [word])
        elif kind in _PROPERTY:
            is_property = True
        elif kind == "type_annotation":
            annotation = lower_annotation(reading, word)
        elif kind == "=":
            default = lower_expression(reading, words[position + 1])
            break
        elif word.is_named and pattern is None:
            pattern = word
    if pattern is None or pattern.type == "this":
        return
    param = _parameter(reading, pattern, annotation, len(params), prologue)
    params.append(param if default is None else param._replace(default=default))
    if is_property:
        line = line_of(reading, node)
        own = Attr(Name("this", line), param.name, line)
        prologue.append(Assign((own,), Name(param.name, line), None, "", line))


def _parameter(
    reading: Reading, node: Node, annotation: Expr | None, position: int, prologue: list[Stmt]
) -> Param:
    default: Expr | None = None
    stars = 0
    if node.type == "assignment_pattern":
        node, _, right = solid(node)
        default = lower_expression(reading, right)
    elif node.type == "rest_pattern":
        node = solid(node)[-1]
        stars = 1
    if node.type in NAMES:
        name = text_of(reading, node)
        reading.declared.add(name)
    else:
        name = f"<arg {position}>"
        value = Name(name, line_of(reading, node))
        Binder(reading, reading.declared).bind(node, value, prologue)
    return Param(name, default, annotation, stars)
