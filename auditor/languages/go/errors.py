"""Which names hold errors, and what a condition or a return says about one.

Go hands an error back beside the result. Lowered, a call that hands one back raises it, and the
check behind the call handles it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tree_sitter import Node

from auditor.languages.go.dispatch import listed
from auditor.languages.go.reading import Reading, named, text_of

_NAME = re.compile(r"(?:e|ex|err\w*|\w*[eE]rr|\w*[eE]rror)\d*")
#: Names that may as well be something else where they stand alone.
_SHORT = frozenset({"e", "ex"})
#: Functions that say what kind of error one is.
_ASKS = frozenset({"Is", "As"})
#: Calls that put an error together.
_MADE = re.compile(r"[eE]rr|[wW]rap")
#: Functions of the language itself that hand back no error.
_BUILT_IN = frozenset({"append", "make", "new", "len", "cap", "copy", "min", "max"})
#: Functions that make one error of all in a list.
_JOINS = re.compile(r"[eE]rr\w*\.(?:Join|Combine|Append)$")
_BINDS = frozenset({"short_var_declaration", "assignment_statement"})
_CLOSED = frozenset({"func_literal"})


class Check(NamedTuple):
    """A condition on an error.

    ``fails`` when its body is what is done about the error, else its ``else`` is. ``rest`` is the
    remaining condition, which holds ``also`` or, where ``either``, instead.
    """

    fails: bool
    rest: Node | None = None
    either: bool = False


def is_error_name(name: str) -> bool:
    """Whether people call an error so."""
    return _NAME.fullmatch(name) is not None


def bound_error(reading: Reading, node: Node) -> str | None:
    """The error that a statement takes from a call; None where it takes none, or drops it."""
    if node.type == "var_declaration":
        specs = [spec for spec in named(node) if spec.type == "var_spec"]
        if len(specs) != 1:
            return None
        names = specs[0].children_by_field_name("name")
        values = listed(specs[0].child_by_field_name("value"))
    elif node.type in _BINDS:
        names = listed(node.child_by_field_name("left"))
        values = listed(node.child_by_field_name("right"))
    else:
        return None
    if len(values) != 1 or not names or not is_call(values[0]) or names[-1].type != "identifier":
        return None
    if text_of(reading, values[0].children[0]) in _BUILT_IN:
        return None
    name = text_of(reading, names[-1])
    made = makes_error(reading, values[0]) and len(names) == 1
    alone = len(names) == 1 and name in _SHORT
    return name if is_error_name(name) and not made and not alone else None


def is_call(node: Node) -> bool:
    """Whether an expression is a call."""
    return node.type in ("call_expression", "type_conversion_expression")


def makes_error(reading: Reading, node: Node) -> bool:
    """Whether a call or literal puts an error together: ``fmt.Errorf``, ``&MyError{}``."""
    while node.type in ("unary_expression", "parenthesized_expression") and named(node):
        node = named(node)[-1]
    if node.type == "composite_literal":
        return True
    if node.type != "call_expression":
        return False
    return bool(_MADE.search(text_of(reading, node.children[0])))


def joined_list(reading: Reading, node: Node) -> str | None:
    """``errs`` of ``errors.Join(errs...)``, which is no error where nothing is in the list."""
    args = node.child_by_field_name("arguments")
    last = named(args)[-1:] if args is not None else []
    if node.type != "call_expression" or not last or last[0].type != "variadic_argument":
        return None
    given = named(last[0])
    callee = text_of(reading, node.children[0])
    if len(given) != 1 or given[0].type != "identifier" or not _JOINS.search(callee):
        return None
    return text_of(reading, given[0])


def check_of(reading: Reading, test: Node, name: str) -> Check | None:
    """What a condition asks of this error; None where it asks something else."""
    while test.type == "parenthesized_expression":
        test = named(test)[0]
    if test.type == "call_expression":
        asked = test.child_by_field_name("function")
        if asked is not None and text_of(reading, asked).rpartition(".")[2] in _ASKS:
            return Check(True, test) if mentions(reading, test, name) else None
        return None
    left, right = test.child_by_field_name("left"), test.child_by_field_name("right")
    if test.type != "binary_expression" or left is None or right is None:
        return None
    op = text_of(reading, test.children[1])
    if op in ("!=", "==") and right.type == "nil" and text_of(reading, left) == name:
        return Check(op == "!=")
    if op in ("&&", "||"):
        for side, other in ((left, right), (right, left)):
            inner = check_of(reading, side, name)
            if inner is not None and inner.rest is None:
                return Check(inner.fails, other, op == "||")
        inner = check_of(reading, left, name)
        if inner is not None and not inner.either and op == "&&":
            return Check(inner.fails, test)
    return None


def mentions(reading: Reading, node: Node, name: str) -> bool:
    """Whether a name stands anywhere in a node."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type == "identifier" and text_of(reading, current) == name:
            return True
        stack.extend(current.named_children)
    return False


def loose_errors(reading: Reading, node: Node) -> set[str]:
    """Errors from further out that a compound statement takes from a call somewhere inside."""
    found: set[str] = set()
    stack = list(node.named_children)
    while stack:
        current = stack.pop()
        if current.type in _CLOSED:
            continue
        if current.type == "assignment_statement":
            name = bound_error(reading, current)
            found.update({name} if name else ())
        stack.extend(current.named_children)
    return found
