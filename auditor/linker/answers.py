"""What code reads out of an answer: of one that came as wanted, and of an error page in its place.

Over plain HTTP an error status is an answer like any other. Whoever goes on to read it finds other
things in it: a part that is missing is nothing, and a part of that is an error. So
``data.choices[0].text`` raises where ``data.choices?.[0]?.text`` gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.linker.frame import Asks, Frame
from auditor.linker.world import World
from auditor.model.behaviour import JUDGED, Read, Request, Result
from auditor.model.facts import (
    Arg,
    Attr,
    Await,
    Binary,
    Call,
    Closure,
    Comprehension,
    Const,
    Expr,
    Index,
    Many,
    Mapping,
    Name,
    Ternary,
)

#: An answer whose errors raise; an HTTP answer; what such an answer says, a part of that, what it
#: says of an error; what stands where nothing came; and reading that cannot go well.
ANSWER, RESPONSE, PAGE, PART = "answer", "response", "page", "nothing"
COMPLAINT, DEFAULT, BROKEN = "error", "empty", "broken"
#: An HTTP answer of which the library is told to raise for its status.
CHECKED = "checked"
#: A part of something that may be missing, which was asked for with care: nothing comes of it.
SPARED = "spared"
#: What a function of the repository gave back, which may be any of these.
GIVEN = "given"
#: What reads the body of an HTTP answer, and what makes values of a text.
READERS = frozenset({"json", "text", "read", "data", "content", "body", "clone", "decode"})
PARSERS = frozenset({"JSON.parse", "json.loads", "loads", "parse"})
COMPLAINTS = frozenset({"error", "errors"})
MISSING = frozenset({PART, SPARED})
#: Expressions that read something out of something else.
READ_FROM = (Attr, Index, Call)
LOOKED_INTO = frozenset({GIVEN, RESPONSE, PAGE, PART})
Graded = tuple[Result, str]


def direct_answer(world: World, frame: Frame, before: int, calls: Asks) -> Result | None:
    """The answer of the one request that an expression makes, None where it makes none itself.

    ``before`` is how much the activation had done before the expression, ``calls`` whom it asks.
    """
    if world.dialect.several or len(calls) != 1:
        return None
    match frame.out[before:]:
        case [Request() as made] if made.call in calls:
            return Result(frozenset(calls), unread=RESPONSE if made.silent else ANSWER)
        case _:
            return None


def drawn(
    world: World, frame: Frame, expr: Expr | None, own: Result | None = None
) -> Result | None:
    """The answer that an expression is, or is read out of; ``own`` is the one it asks for."""
    found = _Reading(world, frame, own).of(expr)
    if found is None or found[1] in (BROKEN, CHECKED):
        return None
    result, grade = found
    if grade == GIVEN or result.unread == GIVEN:
        return replace(result, part=JUDGED) if not isinstance(expr, Name | Await) else None
    kept = PART if grade == SPARED else grade
    usual = "nothing" if grade == COMPLAINT else "something"
    return replace(result, unread=kept, part="", usual=usual)


def note_reading(
    world: World, frame: Frame, expr: Expr | None, line: int, own: Result | None = None
) -> None:
    """Write down where the expression raises for reading an error page like an answer."""
    unread = own is not None and own.unread == RESPONSE
    if not unread and not any(r.unread in LOOKED_INTO for r in frame.filled.values()):
        return
    reading = _Reading(world, frame, own)
    parts = world.always_run.get(id(expr))
    if parts is None:
        parts = world.always_run[id(expr)] = tuple(_always_run(expr))
    for part in parts:
        found = reading.of(part)
        if found is not None and found[1] in (BROKEN, CHECKED):
            frame.out.append(Read(line, _library(world, found[0]) if found[1] == CHECKED else ""))
            return


def _library(world: World, result: Result) -> str:
    """The key of the library that all of the requests go through, empty if it is not one."""
    records = [world.calls[call] for call in result.calls if call in world.calls]
    keys = {world.rules.sdks[record.sdk].key for record in records}
    return keys.pop() if len(keys) == 1 else ""


def _always_run(expr: Expr | None) -> Iterator[Expr]:
    """The expression and its parts, without those that may not be come to."""
    todo: list[object] = [expr]
    while todo:
        node = todo.pop()
        match node:
            case None | Closure() | Comprehension():
                continue
            case Binary("and" | "or", left, _):
                todo.append(left)
            case Ternary(test=test):
                todo.append(test)
            case tuple():
                todo.extend(node)
        if isinstance(node, READ_FROM):
            yield node


class _Reading:
    """Follows an expression down to the answer that it is read out of."""

    def __init__(self, world: World, frame: Frame, own: Result | None) -> None:
        self._lenient = world.dialect.lenient
        self._raising = world.rules.errors.raising
        self._frame = frame
        self._own = own

    def of(self, expr: Expr | None) -> Graded | None:
        """The answer, and what is left of it where an error page came instead."""
        match expr:
            case Name(id):
                found = self._frame.filled.get(id)
                return (found, found.unread) if found is not None and found.unread else None
            case Await(value=value):
                return self.of(value)
            case Call():
                return self._call(expr)
            case Attr(base, name, _, optional):
                return self._member(self.of(base), Const(name, 0), optional, True)
            case Index(base, key, _, optional):
                return self._member(self.of(base), key, optional, False)
            case Binary("or", left, right, _):
                return _or_else(self.of(left), right)
            case Binary("and", left, right, _):
                first = self.of(left)
                whole = first is not None and first[1] in (ANSWER, RESPONSE, PAGE)
                return self.of(right) or first if whole else first
            case Ternary(test, then, orelse, _):
                first = self.of(test)
                if first is not None and first[1] in MISSING:
                    return _or_else(first, orelse)
                return self.of(then)
            case _:
                return None

    def _call(self, expr: Call) -> Graded | None:
        found = None
        match expr.callee:
            case Attr(Name(holder), name, _) if f"{holder}.{name}" in PARSERS and expr.args:
                return _parsed(self.of(expr.args[0].value))
            case Name(id) if id in PARSERS and expr.args:
                return _parsed(self.of(expr.args[0].value))
            case Attr(base, name, _, optional):
                found = self._method(self.of(base), name, expr.args, optional)
        # Chained calls begin at the same place: the innermost is the one that asks.
        if found is None and self._own is not None and self._is_own(self._own, expr):
            return self._own, self._own.unread
        return found if found is not None else self._made_of(expr)

    def _made_of(self, expr: Call) -> Graded | None:
        """What some function makes of an answer: as good as that, as far as can be seen."""
        given = (self.of(arg.value) for arg in expr.args)
        result = next((graded[0] for graded in given if graded is not None), None)
        return (result, ANSWER) if result is not None else None

    def _is_own(self, own: Result, expr: Call) -> bool:
        return f"{self._frame.path}:{expr.span.line}:{expr.span.column}" in own.calls

    def _method(
        self, found: Graded | None, name: str, args: tuple[Arg, ...], optional: bool
    ) -> Graded | None:
        if found is None:
            return None
        result, grade = found
        if grade in (RESPONSE, GIVEN) and name in READERS:
            return result, PAGE
        if grade == RESPONSE:
            return (result, CHECKED) if name in self._raising else None
        if grade in (PAGE, GIVEN) and not self._lenient:
            if name != "get":
                return found
            key = args[0].value if args else Const(None, 0)
            part = self._member((result, PART), key, True, True) if _complains(key) else None
            return part or ((result, DEFAULT) if len(args) > 1 else (result, PART))
        if grade in (PAGE, GIVEN):
            # A text has methods too: a page that nobody parsed is still one.
            return found
        return self._member(found, Const(name, 0), optional, True)

    def _member(
        self, found: Graded | None, key: Expr, optional: bool, named: bool
    ) -> Graded | None:
        """A part of what was read so far."""
        if found is None:
            return None
        result, grade = found
        if grade in (RESPONSE, GIVEN) and isinstance(key, Const) and key.value in READERS:
            return result, PAGE
        if grade == RESPONSE:
            return None
        if grade in (PAGE, PART) and _complains(key):
            return (result, COMPLAINT) if grade == PAGE or optional else (result, BROKEN)
        match grade:
            case "page" | "given" if self._lenient:
                return result, PART
            case "page" | "given":
                return found if named else (result, BROKEN)
            case "nothing":
                return result, SPARED if optional else BROKEN
            case "error" | "empty":
                return result, DEFAULT
            case _:
                return found


def _complains(key: Expr) -> bool:
    return isinstance(key, Const) and key.value in COMPLAINTS


def _parsed(found: Graded | None) -> Graded | None:
    if found is None or found[1] not in MISSING:
        return found
    return found[0], BROKEN


def _or_else(found: Graded | None, other: Expr) -> Graded | None:
    """``answer.text or ""``: what stands where nothing came."""
    if found is None or found[1] not in MISSING:
        return found
    match other:
        case Const(None):
            return found
        case Const(value) if not value:
            return found[0], DEFAULT
        case Many(items=()) | Mapping(items=()):
            return found[0], DEFAULT
        case _:
            return None
