"""``match``: on the outcome of something that may fail, and on what a value is."""

from __future__ import annotations

import re
from typing import NamedTuple

from tree_sitter import Node

from auditor.languages.arms import Arm as Chained
from auditor.languages.arms import nest
from auditor.languages.objects.dispatch import lower_each, lower_expression
from auditor.languages.objects.reading import Reading, Sink, named
from auditor.languages.objects.switches import Arm, apart
from auditor.languages.objects.values import evaluated, fresh, lower_last
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.rust.jumps import may_ask, parts_of
from auditor.languages.rust.outcomes import attempted, of_type, present, to_try, under_name
from auditor.languages.rust.patterns import (
    GOOD,
    bind,
    binds_anything,
    core,
    head_of,
    inside,
    is_anything,
    looks_within,
    plain_name,
    tells_failure,
)
from auditor.languages.rust.types import path_of
from auditor.model.facts import (
    Binary,
    Const,
    Expr,
    Handler,
    If,
    Many,
    Name,
    Opaque,
    Raise,
    Stmt,
    Try,
)

_LITERALS = frozenset({
    "string_literal", "raw_string_literal", "integer_literal", "negative_literal", "char_literal",
    "boolean_literal", "float_literal",
})  # fmt: skip
#: An answer over HTTP that says that there is none.
_REFUSES = re.compile(
    r"\b(?:StatusCode|Status)::(?:INTERNAL_SERVER_ERROR|BAD_GATEWAY|SERVICE_UNAVAILABLE"
    r"|GATEWAY_TIMEOUT|TOO_MANY_REQUESTS|BAD_REQUEST|InternalServerError|BadGateway"
    r"|ServiceUnavailable|internal|unavailable)\b"
    r"|\bHttpResponse::(?:InternalServerError|BadGateway|ServiceUnavailable|GatewayTimeout"
    r"|TooManyRequests|BadRequest)\b|\bprocess::exit\b|\bError\w*\s*::\s*\w+\s*\(.*into_response"
)
#: Arms behind which others follow are put into each other only so deep.
_DEEPEST = 40


class _Part(NamedTuple):
    """One arm as it is written."""

    pattern: Node
    guard: Node | None
    value: Node
    told: str


def lower_match(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``match value { pattern => value, ... }``."""
    subject = node.child_by_field_name("value")
    if subject is None:
        return
    arms = _arms(reading, node)
    outcome = any(arm.told for arm in arms) and not any(_is_literal(reading, a) for a in arms)
    if not outcome:
        _lower_plain(reading, node, subject, arms, sink, out)
    elif may_ask(reading, subject) and not _optional(reading, arms):
        _lower_attempt(reading, node, subject, arms, sink, out)
    else:
        _lower_outcome(reading, node, subject, arms, sink, out)


def _arms(reading: Reading, node: Node) -> list[_Part]:
    found: list[_Part] = []
    body = node.child_by_field_name("body")
    for arm in named(reading, body) if body is not None else ():
        pattern, value = arm.child_by_field_name("pattern"), arm.child_by_field_name("value")
        if pattern is None or value is None:
            continue
        guard = pattern.child_by_field_name("condition")
        inner = core(pattern)
        found.append(_Part(inner, guard, value, tells_failure(reading, inner)))
    return found


def _optional(reading: Reading, arms: list[_Part]) -> bool:
    """Whether it is asked if something is there, and not only whether it went well."""
    heads = {head_of(reading, arm.pattern) for arm in arms if arm.told}
    return bool(heads & {"Some", "None"})


def _is_literal(reading: Reading, arm: _Part) -> bool:
    """``Some("x")``: the arm asks what is in there."""
    if arm.told != "good":
        return False
    inner = [core(c) for c in inside(arm.pattern)]
    return len(inner) == 1 and _constants(reading, inner[0]) is not None


def _body(reading: Reading, arm: _Part, sink: Sink, bound: list[Stmt]) -> tuple[Stmt, ...]:
    return (*bound, *lower_last(reading, parts_of(reading, arm.value), sink))


def _guarded(
    reading: Reading, arm: _Part, body: tuple[Stmt, ...], rest: tuple[Stmt, ...], line: int
) -> tuple[Stmt, ...]:
    """What an arm does, where its condition holds; else what the arms behind it do."""
    if arm.guard is None:
        return body
    return (If(lower_expression(reading, arm.guard), body, rest, line),)


def _lower_attempt(
    reading: Reading, node: Node, subject: Node, arms: list[_Part], sink: Sink, out: list[Stmt]
) -> None:
    """A match on the outcome of what is asked in it: a ``try`` with its handlers."""
    kept = fresh(reading, "value", subject)
    span = span_of(reading, node)
    within = any(looks_within(reading, arm.pattern) for arm in arms)
    body = to_try(reading, subject, kept, out, both=within)
    good = _good(reading, arms, kept, sink)
    handlers = _handlers(reading, arms, sink, within)
    out.append(Try(body, handlers, good, (), span))


def _good(reading: Reading, arms: list[_Part], kept: Expr, sink: Sink) -> tuple[Stmt, ...]:
    """What is run where all went well: the arms from the last to the first."""
    rest: tuple[Stmt, ...] = ()
    fitting = [arm for arm in arms if arm.told != "bad"]
    for position, arm in enumerate(reversed(fitting)):
        line = line_of(reading, arm.value)
        bound: list[Stmt] = []
        bind(reading, arm.pattern, kept, bound)
        body = _body(reading, arm, sink, [])
        inner = [core(c) for c in inside(arm.pattern)] if arm.told else []
        sure = all(_is_whole(reading, c) for c in inner)
        after = rest if reading.depth < _DEEPEST else ()
        if arm.guard is not None:
            rest = (*bound, *_guarded(reading, arm, body, after, line))
        elif position and not sure:
            rest = (If(Opaque((kept,), line), (*bound, *body), after, line),)
        else:
            rest = (*bound, *body)
    return rest


def _is_whole(reading: Reading, node: Node) -> bool:
    """Whether a pattern fits whatever is in there: a name, or a tuple of names."""
    if node.type != "tuple_pattern":
        return is_anything(reading, node)
    return all(binds_anything(reading, part) for part in inside(node))


def _handlers(reading: Reading, arms: list[_Part], sink: Sink, within: bool) -> tuple[Handler, ...]:
    """The arms for failures; of those for two outcomes in one nobody tells which is run."""
    found: list[Handler] = []
    rest: tuple[Stmt, ...] = (Raise(None, 0),)
    for arm in reversed(arms):
        if arm.told == "good":
            continue
        line, span = line_of(reading, arm.value), span_of(reading, arm.value)
        plain = arm.told == "bad" and head_of(reading, arm.pattern) == "Err"
        inner = [core(c) for c in inside(arm.pattern)] if plain else [arm.pattern]
        types: Expr | None = None
        name: str | None = None
        if arm.told == "bad" and not plain:
            bind(reading, arm.pattern, Opaque((), line), [])
        elif len(inner) == 1 and not is_anything(reading, inner[0]):
            types = _type_of(reading, inner[0])
            bind(reading, inner[0], Opaque((), line), [])
        elif inner:
            name = plain_name(reading, inner[0])
            bind(reading, inner[0], Name(name or "_", line), [])
        body = _failing(reading, arm, sink)
        if arm.guard is not None:
            rest = rest if reading.depth < _DEEPEST else (Raise(None, line),)
            body = _guarded(reading, arm, body, rest, line)
        if types is None and within and found and found[-1].types is None:
            body = (If(Opaque((), line), body, found.pop().body, line),)
        if types is None:
            rest = body
        found.append(Handler(types, name, body, span))
    return tuple(reversed(found))


def _failing(reading: Reading, arm: _Part, sink: Sink) -> tuple[Stmt, ...]:
    """What an arm does about an error; to tell whoever waits over HTTP of one is no answer."""
    refuses = _REFUSES.search(text_of(reading, arm.value)) is not None
    if refuses and not may_ask(reading, arm.value):
        line = line_of(reading, arm.value)
        return (*lower_last(reading, parts_of(reading, arm.value), evaluated), Raise(None, line))
    return lower_last(reading, parts_of(reading, arm.value), sink)


def _type_of(reading: Reading, node: Node) -> Expr:
    """The type of error that a pattern is for; of one that is not told, a type that nobody has.

    Nor is it told of a pattern that asks for more than the type: ``E::Status(503)``.
    """
    line = line_of(reading, node)
    if node.type == "or_pattern":
        return Many("tuple", tuple(_type_of(reading, core(c)) for c in node.named_children), line)
    if not all(binds_anything(reading, part) for part in inside(node)):
        return Opaque((), line)
    kind = node.child_by_field_name("type")
    kind = kind if kind is not None else node
    if kind.type in ("scoped_identifier", "scoped_type_identifier", "identifier"):
        return path_of(reading, kind) or Opaque((), line)
    return Opaque((), line)


def _lower_outcome(
    reading: Reading, node: Node, subject: Node, arms: list[_Part], sink: Sink, out: list[Stmt]
) -> None:
    """A match on whether something is there, evaluated here or before."""
    line = line_of(reading, node)
    if may_ask(reading, subject):
        kept: Expr = attempted(reading, subject, out)
    else:
        kept = under_name(reading, subject, out)
    good = _good(reading, arms, kept, sink)
    bad: tuple[Stmt, ...] = ()
    for arm in reversed(arms):
        if arm.told == "good":
            continue
        bound: list[Stmt] = []
        if arm.told == "bad":
            for inner in inside(arm.pattern) if arm.pattern.type == "tuple_struct_pattern" else ():
                bind(reading, inner, Opaque((), line), bound)
        else:
            bind(reading, arm.pattern, kept, bound)
        after = bad if reading.depth < _DEEPEST else ()
        body = _failing(reading, arm, sink)
        bad = (*bound, *_guarded(reading, arm, body, after, line))
    out.append(If(present(kept, line), good, bad, line))


def _lower_plain(
    reading: Reading, node: Node, subject: Node, arms: list[_Part], sink: Sink, out: list[Stmt]
) -> None:
    """A match on what a value is."""
    line = line_of(reading, node)
    kept = under_name(reading, subject, out)
    lowered: list[Arm] = []
    for arm in arms:
        at = line_of(reading, arm.value)
        inner = arm.pattern
        if arm.told == "good" and len(inside(inner)) == 1:
            inner = core(inside(inner)[0])
        constants = _constants(reading, inner)
        if arm.told == "bad" and inner.type == "identifier":
            constants = (Const(None, at),)
        everything = constants is None and (is_anything(reading, inner) or arm.told == "bad")
        bound: list[Stmt] = []
        if constants is None:
            bind(reading, inner, kept if arm.told != "bad" else Opaque((), at), bound)
        if everything and arm.guard is not None:
            out.extend(bound)
        guard = lower_expression(reading, arm.guard) if arm.guard is not None else None
        if constants is None and not everything:
            fits = of_type(reading, inner, kept, at)
            guard = Binary("and", fits, Opaque((guard,), at), at) if guard is not None else fits
        body = _body(reading, arm, sink, bound)
        default = everything and guard is None
        lowered.append(Arm(constants or (), body, at, default, guard))
    if any(arm.patterns for arm in lowered):
        out.append(apart(kept, lowered, line))
        return
    last = next((n for n, arm in enumerate(lowered) if arm.default), len(lowered))
    orelse = lowered[last].body if last < len(lowered) else ()
    out.extend(
        nest(
            [
                Chained(arm.guard or Const(True, arm.line), arm.body, arm.line)
                for arm in lowered[:last]
            ],
            orelse,
        )
    )


def _constants(reading: Reading, node: Node) -> tuple[Expr, ...] | None:
    """The constants that a pattern stands for; None for a pattern that is none."""
    node = core(node)
    if node.type == "or_pattern":
        found: list[Expr] = []
        for child in node.named_children:
            inner = _constants(reading, child)
            if inner is None:
                return None
            found.extend(inner)
        return tuple(found)
    if node.type in _LITERALS:
        return lower_each(reading, [node])
    if node.type == "tuple_struct_pattern" and head_of(reading, node) in GOOD:
        inside_it = inside(node)
        return _constants(reading, inside_it[0]) if len(inside_it) == 1 else None
    if node.type == "scoped_identifier" or (
        node.type == "identifier"
        and text_of(reading, node)[:1].isupper()
        and text_of(reading, node) != "None"
    ):
        return (lower_expression(reading, node),)
    return None
