"""A call that hands back an error, and the check behind it, become a ``try`` and its handler."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tree_sitter import Node

from auditor.languages.go.dispatch import listed, lower_expression, lower_statement
from auditor.languages.go.errors import (
    Check,
    bound_error,
    check_of,
    is_error_name,
    loose_errors,
    mentions,
)
from auditor.languages.go.reading import Reading, line_of, named, span_of, text_of
from auditor.languages.go.scopes import block_scope
from auditor.model.facts import (
    Assign,
    Const,
    Handler,
    If,
    Leave,
    Name,
    Raise,
    Return,
    Stmt,
    Try,
)
from auditor.model.source import Span

#: How many statements may stand between a call and the check of its error.
_BETWEEN = 4
#: A block that an error and a condition both lead to is lowered twice, one in it four times, ...
_MOST_COPIES = 64
_COMPOUND = frozenset({
    "if_statement", "for_statement", "expression_switch_statement", "select_statement", "block",
    "type_switch_statement",
})  # fmt: skip
Lower = Callable[[Reading, Node | None], tuple[Stmt, ...]]


def lower_list(reading: Reading, nodes: Sequence[Node], out: list[Stmt], body: Lower) -> None:
    """Lower statements one after the other; ``body`` lowers what an ``if`` governs."""
    position = 0
    while position < len(nodes):
        node = nodes[position]
        name = _taken(reading, node, nodes, position)
        behind = _check_behind(reading, nodes, position, name) if name else None
        if name and behind is not None:
            between = nodes[position + 1 : behind]
            _guard(reading, [node, *between], nodes[behind], name, out, body)
            if _hands_back(reading, nodes, behind, name):
                _end_with_error(out, line_of(reading, nodes[behind + 1]))
            position = behind + 1
            continue
        if name and node.type not in _COMPOUND and not _handed_on(reading, nodes, position, name):
            _note(reading, node, name, out)
        else:
            lower_statement(reading, node, out)
        position += 1


def _taken(reading: Reading, node: Node, nodes: Sequence[Node], position: int) -> str | None:
    """The error that a statement leaves for those behind it to look at."""
    name = bound_error(reading, node)
    if name is not None or node.type not in _COMPOUND:
        return name
    loose = loose_errors(reading, node)
    if not loose or position + 1 >= len(nodes):
        return None
    following = nodes[position + 1]
    test = following.child_by_field_name("condition")
    if following.type != "if_statement" or test is None:
        return None
    return next((n for n in sorted(loose) if _checks(reading, test, n)), None)


def _check_behind(reading: Reading, nodes: Sequence[Node], position: int, name: str) -> int | None:
    """Where the ``if`` stands that checks the error, with nothing in between that touches it."""
    for at in range(position + 1, min(position + 2 + _BETWEEN, len(nodes))):
        node = nodes[at]
        test = node.child_by_field_name("condition") if node.type == "if_statement" else None
        if test is not None and _checks(reading, test, name):
            start = node.child_by_field_name("initializer")
            rebinds = start is not None and bound_error(reading, start) == name
            return None if rebinds else at
        if mentions(reading, node, name) or node.type in _COMPOUND:
            return None
    return None


def _checks(reading: Reading, test: Node, name: str) -> bool:
    """Whether a condition asks of the error what can be told apart here."""
    check = check_of(reading, test, name)
    return check is not None and (check.rest is None or reading.copies < _MOST_COPIES)


def _handed_on(reading: Reading, nodes: Sequence[Node], position: int, name: str) -> bool:
    """Whether the very next thing is to return the error, or somebody further out looks at it."""
    if name in reading.scope.watched:
        return True
    behind = nodes[position + 1] if position + 1 < len(nodes) else None
    return (
        behind is not None
        and behind.type == "return_statement"
        and (mentions(reading, behind, name) or not named(behind))
    )


def _note(reading: Reading, node: Node, name: str, out: list[Stmt]) -> None:
    """Nobody looks at the error here: remember in its name whether there is one."""
    line, span = line_of(reading, node), span_of(reading, node)
    reading.scope.noted.add(name)
    body: list[Stmt] = []
    lower_statement(reading, node, body)
    body.append(_told(name, None, line))
    handler = Handler(None, None, (_told(name, True, line),), span)
    out.append(Try(tuple(body), (handler,), (), (), span))


def _told(name: str, value: bool | None, line: int) -> Assign:
    return Assign((Name(name, line),), Const(value, line), None, "", line)


def _guard(
    reading: Reading, calls: Sequence[Node], test: Node, name: str, out: list[Stmt], body: Lower
) -> None:
    """The statements in a ``try``, what the check does about the error in its handler."""
    inside: list[Stmt] = []
    reading.scope.watched.append(name)
    for node in calls:
        lower_statement(reading, node, inside)
    start = test.child_by_field_name("initializer")
    span = span_of(reading, calls[0] if calls else test)
    with block_scope(reading, [start] if calls else ()):
        if start is not None:
            lower_statement(reading, start, inside)
        reading.scope.watched.pop()
        out.append(_as_try(reading, tuple(inside), test, name, span, body))


def _hands_back(reading: Reading, nodes: Sequence[Node], check: int, name: str) -> bool:
    """Whether the error that a check has dealt with is handed back all the same behind it.

    A name that the check's block declares anew (``s, err := other()``) is another one.
    """
    behind = nodes[check + 1] if check + 1 < len(nodes) else None
    given = [v for group in named(behind) for v in listed(group)] if behind is not None else []
    if behind is None or behind.type != "return_statement" or not given:
        return False
    if not reading.scope.fails or text_of(reading, given[-1]) != name:
        return False
    stack = list(nodes[check].named_children)
    while stack:
        node = stack.pop()
        left = node.child_by_field_name("left") if node.type == "assignment_statement" else None
        if left is not None and mentions(reading, left, name):
            return False
        stack.extend(node.named_children)
    return True


def _end_with_error(out: list[Stmt], line: int) -> None:
    """The check's handlers end as the return behind them does."""
    guard = out[-1]
    assert isinstance(guard, Try)
    out[-1] = guard._replace(
        handlers=tuple(
            handler
            if leaves(handler.body)
            else handler._replace(body=(*handler.body, Raise(None, line)))
            for handler in guard.handlers
        )
    )


def lower_checked_if(reading: Reading, node: Node, out: list[Stmt], body: Lower) -> bool:
    """``if err := f(); err != nil {...}``; False where the ``if`` is about something else."""
    start = node.child_by_field_name("initializer")
    name = bound_error(reading, start) if start is not None else None
    test = node.child_by_field_name("condition")
    if name is None or test is None or not _checks(reading, test, name):
        return False
    _guard(reading, [], node, name, out, body)
    return True


def _as_try(
    reading: Reading, inside: tuple[Stmt, ...], test: Node, name: str, span: Span, body: Lower
) -> Try:
    condition = test.child_by_field_name("condition")
    assert condition is not None
    check = check_of(reading, condition, name) or Check(True)
    then, other = test.child_by_field_name("consequence"), test.child_by_field_name("alternative")
    line = line_of(reading, test)
    if not check.fails:
        then, other = other, then
    then_copies = 2 if check.rest is not None and _takes_all(check) else 1
    other_copies = 2 if check.rest is not None and not _takes_all(check) else 1
    reading.scope.caught.append(name)
    done = _lower_copy(reading, then, body, then_copies)
    if check.rest is not None and not _takes_all(check):
        expr = lower_expression(reading, check.rest)
        passed = _lower_copy(reading, other, body, other_copies)
        arms = (done, passed) if check.fails else (passed, done)
        done = (If(expr, *arms, line),)
    reading.scope.caught.pop()
    orelse = _lower_copy(reading, other, body, other_copies)
    if check.rest is not None and _takes_all(check):
        expr = lower_expression(reading, check.rest)
        # What the error does not decide, the rest of the condition does.
        again = _lower_copy(reading, then, body, then_copies)
        arms = (again, orelse) if check.fails else (orelse, again)
        orelse = (If(expr, *arms, line),)
    inside = (*inside, _told(name, None, line))
    if not leaves(done):
        reading.scope.noted.add(name)
        done = (_told(name, True, line), *done)
    handler = Handler(None, None, done, span_of(reading, test))
    return Try(inside, (handler,), orelse, (), span)


def _lower_copy(reading: Reading, block: Node | None, body: Lower, copies: int) -> tuple[Stmt, ...]:
    """A block that is lowered so many times."""
    reading.copies *= copies
    lowered = body(reading, block)
    reading.copies //= copies
    return lowered


def _takes_all(check: Check) -> bool:
    """Whether every error leads to what is done about errors: ``err != nil || x``.

    There the rest of the condition chooses where there is no error, elsewhere where there is one.
    """
    return check.either == check.fails


def leaves(body: tuple[Stmt, ...]) -> bool:
    """Whether the end of a block is never reached."""
    last = body[-1] if body else None
    if isinstance(last, If):
        return leaves(last.body) and leaves(last.orelse)
    if isinstance(last, Try):
        arms = (last.orelse or last.body, *(handler.body for handler in last.handlers))
        return all(leaves(arm) for arm in arms)
    return isinstance(last, Return | Raise | Leave)


def note_copies(reading: Reading, names: list[Node], values: list[Node]) -> None:
    """``lastErr = err``: the copy says as much as the error itself."""
    scope = reading.scope
    for target, value in zip(names, values, strict=False):
        known = any(mentions(reading, value, name) for name in (*scope.caught, *scope.noted))
        name = text_of(reading, target)
        if known and target.type == "identifier" and is_error_name(name):
            scope.noted.add(name)
