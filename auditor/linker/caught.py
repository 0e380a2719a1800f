"""A caught error as a value: its parts, and what conditions on them say about it.

``error.status_code >= 500``, ``isinstance(error, Timeout)`` and a helper that returns such a thing
become tests that a run of the program decides for each way in which an outage shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from auditor.linker.conditions import ORDERS
from auditor.linker.exceptions import exception_types
from auditor.linker.values import (
    UNKNOWN,
    CaughtError,
    Constant,
    OnError,
    Text,
    Unknown,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.model.error_test import (
    HAS_STATUS,
    STATUSES,
    AllOf,
    AnyOf,
    ErrorTest,
    Inverse,
    OfClass,
    OfType,
    Undecided,
)

ERROR, STATUS, TEXT, ANSWER = "", "status", "text", "answer"
#: Attributes of an error, or of the answer it carries: the HTTP status, and what it says.
PARTS = {
    **dict.fromkeys(("status_code", "status", "http_status", "code", "statusCode"), STATUS),
    **dict.fromkeys(("message", "detail", "reason", "body"), TEXT),
    "response": ANSWER,
}
#: Methods that leave of a text what it says.
SAME_TEXT = frozenset({"lower", "upper", "strip", "toLowerCase", "toUpperCase", "toString"})
#: A test that knows this status is meant for platforms that have it.
OVERLOADED = "529"
MEMBERSHIP = frozenset({"in", "not in"})
NEGATED = frozenset({"!=", "not in", "is not"})


def part_of(caught: CaughtError, name: str) -> Values:
    """``error.name``."""
    part = PARTS.get(name)
    if caught.part not in (ERROR, ANSWER) or part is None:
        return one(Unknown(member=name))
    return one(CaughtError(part))


def as_type(world: World, error: Values, types: Values) -> Values:
    """``isinstance(error, types)``."""
    if not error.items or not all(isinstance(v, CaughtError) for v in error.items):
        return UNKNOWN
    if any(v != CaughtError(ERROR) for v in error.items):
        # ``isinstance(error.status_code, int)``: it has one.
        return one(OnError(HAS_STATUS)) if CaughtError(STATUS) in error.items else UNKNOWN
    return one(OnError(OfType(exception_types(world, types))))


def test_of(values: Values) -> ErrorTest | None:
    """What a condition with this value asks of the error; None where it asks nothing of it."""
    tests = [v for v in values.items if isinstance(v, OnError)]
    if len(tests) == 1 == len(values.items):
        return tests[0].test
    return HAS_STATUS if CaughtError(STATUS) in values.items else None


def negated(values: Values) -> Values | None:
    """``not condition``."""
    test = test_of(values)
    return one(OnError(Inverse(test))) if test is not None else None


def combined(op: str, left: Values, right: Values) -> Values | None:
    """``left and right``, ``left or right`` where one of them asks something of the error."""
    tests = test_of(left), test_of(right)
    if tests == (None, None):
        return None
    sides = tuple(
        test if test is not None else _constant(values)
        for test, values in zip(tests, (left, right), strict=True)
    )
    return one(OnError(AllOf(sides) if op == "and" else AnyOf(sides)))


def returned(ways: Iterable[tuple[Values, tuple[ErrorTest, ...]]]) -> Values | None:
    """What a function gives whose returns stand under tests of the error; None if none does."""
    found = list(ways)
    if not any(tests for _, tests in found):
        return None
    if not all(_is_truth(values) for values, _ in found):
        return None
    each = [AllOf((*tests, test_of(values) or _constant(values))) for values, tests in found]
    return one(OnError(AnyOf(tuple(each))))


def _is_truth(values: Values) -> bool:
    return all(
        isinstance(v, OnError) or (isinstance(v, Constant) and v.value in (True, False, None))
        for v in values.items
    )


def _constant(values: Values) -> ErrorTest:
    """A truth that has nothing to do with the error."""
    match values.items:
        case (Constant(value, ()),):
            everything = AllOf(())
            return everything if value else Inverse(everything)
        case _:
            return Undecided()


def compared(world: World, op: str, left: Values, right: Values) -> Values | None:
    """A comparison with a part of the error; None where neither side is one."""
    if op == "instanceof":
        found = as_type(world, left, right)
        return None if found is UNKNOWN else found
    if CaughtError(STATUS) in left.items:
        test = _of_status(world, op, right)
    elif CaughtError(TEXT) in right.items and op in MEMBERSHIP:
        test = _of_text(left)
    else:
        return None
    if test is None:
        return one(OnError(Undecided()))
    return one(OnError(Inverse(test) if op in NEGATED else test))


def _of_status(world: World, op: str, right: Values) -> ErrorTest | None:
    """The status against a number, None, or one of several numbers."""
    if right.items == (Constant(None),):
        return Inverse(HAS_STATUS)
    if op in ORDERS:
        numbers = _numbers(world, right)
        if numbers is None or len(numbers) != 1:
            return None
        limit, order = numbers[0], ORDERS[op]
        return _among(lambda status: order(status, limit))
    # Of a list in which nothing is known to be, something may be all the same.
    wanted = _numbers(world, right)
    return _among(set(wanted).__contains__) if wanted else None


def _numbers(world: World, values: Values) -> list[int] | None:
    found: list[int] = []
    for value in world.heap.leaves(values):
        match value:
            case Constant(int() as number):
                found.append(number)
            case Text(text) if text.isdigit():
                found.append(int(text))
            case _:
                return None
    return found


def _of_text(left: Values) -> ErrorTest | None:
    """``"429" in str(error)``: libraries write the status into the text; words are anybody's."""
    match left.items:
        case (Text(text),) if text.isdigit() and len(text) == 3:
            return _among({int(text)}.__contains__)
        case _:
            return None


def _among(holds: Callable[[int], bool]) -> OfClass:
    sure = {name for name, shown in STATUSES.items() if all(map(holds, shown))}
    sure.update({OVERLOADED} if holds(int(OVERLOADED)) else ())
    may = {name for name, shown in STATUSES.items() if any(map(holds, shown))}
    return OfClass(frozenset(sure), frozenset(may - sure))
