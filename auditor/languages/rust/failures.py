"""What is done about a failure where it happens: ``?``, ``unwrap``, ``or_else`` and their like.

A call that gives a ``Result`` is lowered as one that raises. ``?`` hands the failure on, ``unwrap``
ends the thread, which no ``match`` sees, and ``or_else`` is a handler.
"""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_each, lower_expression
from auditor.languages.objects.reading import Reading, Sink, named
from auditor.languages.objects.values import (
    evaluated,
    fresh,
    into,
    lower_into,
    lower_last,
    returned,
)
from auditor.languages.reading import line_of, span_of
from auditor.languages.rust.jumps import (
    arguments,
    async_body,
    called,
    holder_of,
    may_ask,
    parts_of,
    returns_early,
)
from auditor.languages.rust.outcomes import (
    TOLD,
    attempted,
    early,
    failed,
    hoist,
    is_result,
    missing,
    panic,
    present,
    to_try,
    told_outcome,
)
from auditor.languages.rust.patterns import bind, plain_name
from auditor.model.facts import (
    Arg,
    Binary,
    Call,
    Const,
    Evaluate,
    Expr,
    Handler,
    If,
    Name,
    Opaque,
    Stmt,
    Try,
)

_ENDS = frozenset({"unwrap", "expect", "unwrap_unchecked"})
#: What changes the error or hands it on, and leaves the value as it is.
_PASSES = frozenset({
    "context", "with_context", "map_err", "wrap_err", "wrap_err_with", "inspect_err", "inspect",
    "ok_or", "ok_or_else", "ok_or_eyre", "change_context", "attach_printable", "into_future",
    "boxed", "fuse", "err_into", "transpose", "flatten", "log_err", "instrument", "in_current_span",
})  # fmt: skip
_INSTEAD = frozenset({"unwrap_or", "unwrap_or_else", "or_else", "or", "unwrap_or_default", "ok"})
#: What gives the same outcome in another form.
_LENDS = frozenset({"ok", "as_ref", "as_mut", "as_deref", "clone", "cloned", "copied"})
_MAPPED = frozenset({"map", "and_then"})
_MAPPED_OR = frozenset({"map_or", "map_or_else"})
_COMPOUND = frozenset({"async_block", "match_expression", "if_expression", "block"})
_WRAPS = frozenset({"Ok", "Some"})


def handles(reading: Reading, node: Node) -> bool:
    """Whether a call says something about a failure, and is no call like any other."""
    name, holder, given = called(reading, node), holder_of(node), arguments(node)
    if holder is None:
        plain = node.child_by_field_name("function")
        return name in _WRAPS | {"Err"} and len(given) == 1 and plain is not None
    if name in _ENDS | _PASSES or name in TOLD:
        return True
    if name in _INSTEAD:
        return len(given) == (0 if name in ("ok", "unwrap_or_default") else 1)
    if name in _MAPPED:
        return len(given) == 1 and may_ask(reading, holder)
    return name in _MAPPED_OR and len(given) == 2 and may_ask(reading, holder)


def lower_call_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """A call whose value goes to the sink."""
    line, before = line_of(reading, node), early(reading, node)
    if before is not None:
        out.append(sink(before, line))
        return
    if not handles(reading, node):
        out.append(sink(lower_expression(reading, node), line))
        return
    name, holder, given = called(reading, node), holder_of(node), arguments(node)
    if holder is None:
        _wrapped(reading, node, name, given[0], sink, out)
    elif name in _PASSES:
        handed = lower_each(reading, [a for a in given if _calls(a)])
        if handed:
            out.append(Evaluate(Opaque(handed, line), line))
        if called(reading, holder) == "ok" and (inner := holder_of(holder)) is not None:
            holder = inner
        lower_into(reading, holder, sink, out)
    elif name in _ENDS:
        _ended(reading, node, holder, sink, out)
    elif name in TOLD:
        out.append(sink(told_outcome(reading, holder, TOLD[name], out), line))
    elif name in _MAPPED:
        kept = fresh(reading, "value", holder)
        may_lack = called(reading, holder) == "ok"
        if may_lack:
            attempted(reading, holder, out, kept)
        else:
            lower_into(reading, holder, into(kept), out)
        done = _with(reading, given[0], kept, sink)
        if may_lack:
            out.append(If(present(kept, line), done, (sink(Const(None, line), line),), line))
        else:
            out.extend(done)
    elif name in _MAPPED_OR:
        _mapped_or(reading, node, holder, given, sink, out)
    else:
        _instead(reading, node, holder, sink, out)


def _calls(node: Node) -> bool:
    todo = [node]
    while todo:
        current = todo.pop()
        if current.type in ("call_expression", "macro_invocation"):
            return True
        todo.extend(current.named_children)
    return False


def _wrapped(
    reading: Reading, node: Node, name: str, value: Node, sink: Sink, out: list[Stmt]
) -> None:
    """``Ok(x)`` is what is in it, ``Err(e)`` a failure where a function gives it back."""
    line = line_of(reading, node)
    if name in _WRAPS:
        lower_into(reading, value, sink, out)
        return
    error = lower_expression(reading, value)
    if sink is returned:
        out.append(failed(reading, node, error))
        return
    out.append(Evaluate(error, line))
    if sink is not evaluated:
        out.append(sink(Const(None, line), line))


def _ended(reading: Reading, node: Node, holder: Node, sink: Sink, out: list[Stmt]) -> None:
    """``ask().unwrap()``: a failure ends the thread."""
    line, span = line_of(reading, node), span_of(reading, node)
    holder = _unwrapped(reading, holder)
    kept = lower_expression(reading, holder) if holder.type == "identifier" else None
    if kept is not None and is_result(reading, kept):
        out.append(If(missing(kept, line), (panic(reading, node),), (), line))
        out.append(sink(kept, line))
        return
    if not may_ask(reading, holder):
        lower_into(reading, holder, sink, out)
        return
    held = fresh(reading, "value", node)
    body = to_try(reading, holder, held, out)
    end = (panic(reading, node),)
    out.append(Try(body, (Handler(None, None, end, span),), (), (), span))
    # What was asked may have said that nothing is there, instead of failing.
    out.append(If(missing(held, line), end, (), line))
    out.append(sink(held, line))


def _unwrapped(reading: Reading, node: Node) -> Node:
    """What is unwrapped, without what neither fails nor makes anything there that is not."""
    while called(reading, node) in _LENDS and (holder := holder_of(node)) is not None:
        node = holder
    return node


def _instead(reading: Reading, node: Node, holder: Node, sink: Sink, out: list[Stmt]) -> None:
    """``ask().or_else(|error| other())``, ``x.unwrap_or("y")``, ``ask().ok()``."""
    name, line, span = called(reading, node), line_of(reading, node), span_of(reading, node)
    other = next(iter(arguments(node)), None)
    if not may_ask(reading, holder):
        kept = fresh(reading, "value", holder)
        lower_into(reading, holder, into(kept), out)
        if name == "ok":
            out.append(sink(kept, line))
            return
        plain = _plain_value(other) if other is not None else None
        if other is None or plain is not None:
            value = lower_expression(reading, plain) if plain is not None else Const("", line)
            out.append(sink(Binary("or", kept, value, line), line))
            return
        body = _given(reading, other, None, sink)
        out.append(If(present(kept, line), (sink(kept, line),), body, line))
        return
    if other is not None and _takes_error(other):
        good: list[Stmt] = []
        hoist(reading, holder, out)
        lower_into(reading, holder, sink, good)
        error, body = _rescue(reading, other, sink)
        out.append(Try(tuple(good), (Handler(None, error, body, span),), (), (), span))
        return
    kept = attempted(reading, holder, out)
    if name == "ok":
        out.append(sink(kept, line))
        return
    empty: tuple[Stmt, ...] = (sink(Const("", line), line),)
    body = _given(reading, other, None, sink) if other is not None else empty
    out.append(If(present(kept, line), (sink(kept, line),), body, line))


def _plain_value(node: Node) -> Node | None:
    """The value that stands in the place of another one; None where more than that is done."""
    if node.type == "closure_expression":
        body = node.child_by_field_name("body")
        return (
            _plain_value(body) if body is not None and body.type != "closure_expression" else None
        )
    return None if node.type in _COMPOUND or node.type == "macro_invocation" else node


def _parameters(node: Node) -> list[Node]:
    held = node.child_by_field_name("parameters")
    return [c for c in held.named_children if not c.is_extra] if held is not None else []


def _takes_error(node: Node) -> bool:
    """Whether a function is handed the error, so that its object is a ``Result``."""
    return node.type == "closure_expression" and bool(_parameters(node))


def _rescue(reading: Reading, node: Node, sink: Sink) -> tuple[str | None, tuple[Stmt, ...]]:
    """The name that a closure has for the error, and what it does."""
    pattern = _parameters(node)[0]
    pattern = pattern.child_by_field_name("pattern") or pattern
    name = plain_name(reading, pattern)
    bind(reading, pattern, Name(name or "_", line_of(reading, node)), [])
    return name, _given(reading, node, None, sink)


def _given(reading: Reading, node: Node | None, value: Expr | None, sink: Sink) -> tuple[Stmt, ...]:
    """What a function, or a value, gives in the place of something."""
    if node is None:
        return ()
    line = line_of(reading, node)
    if node.type == "closure_expression" and not returns_early(node):
        body = node.child_by_field_name("body")
        inner = async_body(body)
        return lower_last(reading, parts_of(reading, inner), sink)
    if node.type in ("identifier", "scoped_identifier", "closure_expression") and (
        node.type == "closure_expression" or value is not None
    ):
        args = (Arg(None, value),) if value is not None else ()
        made = Call(lower_expression(reading, node), args, span_of(reading, node))
        return (sink(made, line),)
    return lower_last(reading, parts_of(reading, node), sink)


def _with(reading: Reading, node: Node, kept: Name, sink: Sink) -> tuple[Stmt, ...]:
    """A function that is run with a value."""
    if node.type != "closure_expression" or returns_early(node):
        return _given(reading, node, kept, sink) if node.type != "call_expression" else (
            sink(Call(lower_expression(reading, node), (Arg(None, kept),), span_of(reading, node)),
                 kept.line),
        )  # fmt: skip
    bound: list[Stmt] = []
    for pattern in _parameters(node)[:1]:
        bind(reading, pattern.child_by_field_name("pattern") or pattern, kept, bound)
    return (*bound, *_given(reading, node, None, sink))


def _mapped_or(
    reading: Reading, node: Node, holder: Node, given: list[Node], sink: Sink, out: list[Stmt]
) -> None:
    """``ask().map_or(other, |x| ...)``."""
    kept = fresh(reading, "value", holder)
    span = span_of(reading, node)
    body = to_try(reading, holder, kept, out)
    bad = (
        _rescue(reading, given[0], sink)[1]
        if _takes_error(given[0])
        else _given(reading, given[0], None, sink)
    )
    good = _with(reading, given[1], kept, sink)
    out.append(Try(body, (Handler(None, None, bad, span),), good, (), span))


def lower_try_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``value?``: the failure goes to whoever called."""
    words = named(reading, node)
    if not words:
        return
    inner, line = words[0], line_of(reading, node)
    held = early(reading, node)
    if held is not None:
        out.append(sink(held, line))
        return
    if called(reading, inner) == "ok" and (holder := holder_of(inner)) is not None:
        inner = holder
    if inner.type == "identifier":
        kept = lower_expression(reading, inner)
        if is_result(reading, kept):
            out.append(If(missing(kept, line), (failed(reading, node),), (), line))
        out.append(sink(kept, line))
        return
    if called(reading, inner) == "Err" and holder_of(inner) is None and arguments(inner):
        error = lower_expression(reading, arguments(inner)[0])
        out.append(failed(reading, node, error))
        return
    lower_into(reading, inner, sink, out)


def lower_await_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``ask().or_else(|_| other()).await``: what is awaited says what is done about a failure."""
    words = named(reading, node)
    held = early(reading, node)
    if held is not None:
        out.append(sink(held, held.line))
        return
    inner = words[0] if words else None
    name = called(reading, inner) if inner is not None and holder_of(inner) is not None else ""
    if inner is not None and name in ("or_else", "unwrap_or_else"):
        _instead_of_future(reading, inner, sink, out)
        return
    if inner is not None and name in _PASSES:
        lower_into(reading, inner, sink, out)
        return
    out.append(sink(lower_expression(reading, node), line_of(reading, node)))


def _instead_of_future(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    holder, other = holder_of(node), next(iter(arguments(node)), None)
    span = span_of(reading, node)
    good: list[Stmt] = []
    if holder is not None:
        hoist(reading, holder, out)
        lower_into(reading, holder, sink, good)
    name, body = (
        (None, ())
        if other is None
        else (
            _rescue(reading, other, sink)
            if _takes_error(other)
            else (None, _given(reading, other, None, sink))
        )
    )
    out.append(Try(tuple(good), (Handler(None, name, body, span),), (), (), span))


def lower_name_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """A name; one that holds an outcome fails where the outcome is given back."""
    kept, line = lower_expression(reading, node), line_of(reading, node)
    if sink is returned and is_result(reading, kept):
        out.append(If(missing(kept, line), (failed(reading, node),), (), line))
    out.append(sink(kept, line))


def swallowed(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``let _ = ask();``: of a failure nobody hears."""
    body: list[Stmt] = []
    hoist(reading, node, out, both=True)
    lower_into(reading, node, evaluated, body)
    if not may_ask(reading, node):
        out.extend(body)
        return
    span = span_of(reading, node)
    out.append(Try(tuple(body), (Handler(None, None, (), span),), (), (), span))


BRANCHING = {
    "call_expression": lower_call_into,
    "try_expression": lower_try_into,
    "await_expression": lower_await_into,
    "identifier": lower_name_into,
}
