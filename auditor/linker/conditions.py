"""Whether a condition holds: surely, as shipped but for a setting, or nobody knows."""

from __future__ import annotations

from enum import Enum
from typing import TypeGuard

from auditor.linker.turns import COMPARED
from auditor.linker.values import (
    HOLE,
    CaughtError,
    ClassRef,
    Constant,
    External,
    Instance,
    Routine,
    RuleObject,
    Sequence,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    join,
    one,
    prefer,
)
from auditor.linker.world import World
from auditor.model.credentials import is_credential, is_placeholder

#: Stands for the setting that a caller leaves as it is.
LEFT_OUT = "an argument"
#: Stands for a setting without a name, such as the default of ``data.get(key, default)``.
UNNAMED = "a setting"


class Truth(Enum):
    """Three-valued truth, with what the shipped settings say where a setting decides."""

    TRUE = "true"
    FALSE = "false"
    SETTING_TRUE = "as shipped true"
    SETTING_FALSE = "as shipped false"
    OPEN = "open"

    def values(self, env: tuple[str, ...] = ()) -> Values:
        """The truth as a value again; ``env`` are the variables that decide it."""
        match self:
            case Truth.TRUE | Truth.FALSE:
                return one(Constant(self is Truth.TRUE))
            case Truth.SETTING_TRUE | Truth.SETTING_FALSE:
                return one(Constant(self is Truth.SETTING_TRUE, env or (UNNAMED,)))
            case Truth.OPEN:
                return one(Unknown("condition"))

    def by_setting(self) -> bool:
        """Whether a setting decides it."""
        return self in (Truth.SETTING_TRUE, Truth.SETTING_FALSE)

    def arm(self) -> int | None:
        """Which arm of an ``if`` is taken as shipped: 0 the body, 1 the else, None unknown."""
        match self:
            case Truth.TRUE | Truth.SETTING_TRUE:
                return 0
            case Truth.FALSE | Truth.SETTING_FALSE:
                return 1
            case Truth.OPEN:
                return None


#: Comparisons that hold of numbers in one order and not in the other.
ORDERS = {sign: COMPARED[sign] for sign in ("<", "<=", ">", ">=")}

_NEGATED = {
    Truth.TRUE: Truth.FALSE,
    Truth.FALSE: Truth.TRUE,
    Truth.SETTING_TRUE: Truth.SETTING_FALSE,
    Truth.SETTING_FALSE: Truth.SETTING_TRUE,
    Truth.OPEN: Truth.OPEN,
}


def negate(truth: Truth) -> Truth:
    """The opposite."""
    return _NEGATED[truth]


def _make(holds: bool, by_setting: bool) -> Truth:
    if by_setting:
        return Truth.SETTING_TRUE if holds else Truth.SETTING_FALSE
    return Truth.TRUE if holds else Truth.FALSE


def is_number(value: object) -> TypeGuard[float]:
    """Whether it is a number, and not one of the two truths."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def truth_of(values: Values) -> Truth:
    """The truth of a value set: of its first value where settings decide, else of all of them."""
    if values.decided and values.items:
        truth = _truth(values.items[0])
        if truth.arm() == 0 and all(_is_set(value) for value in values.items[1:]):
            return truth
        return _make(truth.arm() == 0, True) if truth is not Truth.OPEN else Truth.OPEN
    truths = {_truth(value) for value in values.items}
    return truths.pop() if len(truths) == 1 else Truth.OPEN


def _is_set(value: Value) -> bool:
    """A variable that counts only where somebody sets it is then something."""
    return isinstance(value, Text) and value.text == HOLE and bool(value.env)


def _truth(value: Value) -> Truth:
    match value:
        case Constant(found, env):
            return _make(bool(found), bool(env))
        case Text(text, env):
            if text == HOLE:
                return _make(are_credentials(env), True) if env else Truth.OPEN
            return _make(bool(text) or are_credentials(env), bool(env) or value.loose)
        case RuleObject() | Instance() | Routine() | ClassRef() | CaughtError(""):
            return Truth.TRUE
        case _:
            return Truth.OPEN


def or_values(left: Values, right: Values, truth: Truth) -> Values:
    """What ``left or right`` gives, where the truth of the left side does not decide."""
    kept: list[Value] = []
    variables: list[str] = []
    for value in left.items:
        if isinstance(value, Text) and value.text == HOLE and value.env:
            variables.extend(value.env)
        elif not (isinstance(value, Constant) and not value.value):
            kept.append(value)
    if variables:
        # The variable is unset as shipped, so what stands behind ``or`` is the default.
        right = Values(
            tuple(_told_by(v, variables) for v in right.items),
            right.decided,
        )
    if truth is Truth.SETTING_TRUE:
        return prefer(Values(tuple(kept)), right)
    if truth is Truth.SETTING_FALSE:
        return prefer(right, Values(tuple(kept)))
    useful = [v for v in kept if not isinstance(v, Text) or v.text != ""]
    return join(Values(tuple(useful)), right)


def connected(op: str, left: Values, right: Values, truth: Truth) -> Values:
    """What ``left and right`` or ``left or right`` gives, where the left side does not decide."""
    if op == "or":
        return or_values(left, right, truth)
    settings = settings_of(left)
    if truth is Truth.SETTING_TRUE:
        return prefer(right, one(Constant(False, settings)))
    if truth is Truth.SETTING_FALSE and settings == (LEFT_OUT,):
        return prefer(one(Constant(False, settings)), right)
    # Either the left side, false as it is, or the right one.
    return Values((*right.items, Constant(False)))


def _told_by(value: Value, variables: list[str]) -> Value:
    """A default, with the variables that it stands in for."""
    match value:
        case Text(text, env, steps, param):
            return Text(text, (*variables, *env), steps, param)
        case Constant(None, env):
            return Constant(None, (*variables, *env))
        case _:
            return value


def or_else(left: Values, right: Values) -> Values:
    """What ``left or right`` gives."""
    truth = truth_of(left)
    return left if truth is Truth.TRUE else or_values(left, right, truth)


def are_credentials(env: tuple[str, ...]) -> bool:
    """Whether nothing but credentials decides: a program that runs has them."""
    return bool(env) and all(map(is_credential, env))


def compare(world: World, op: str, left: Values, right: Values) -> Values:
    """A comparison, where both sides are known well enough."""
    among = op in ("in", "not in")
    truth = _contains(world, left, right) if among else _equals(op, left, right)
    env = tuple(dict.fromkeys((*settings_of(left), *settings_of(right))))
    return (truth if op not in ("!=", "not in", "is not") else negate(truth)).values(env)


def settings_of(values: Values) -> tuple[str, ...]:
    """The variables that a value set depends on."""
    found = [name for v in values.items if isinstance(v, Text | Constant) for name in v.env]
    loose = any(isinstance(v, Text) and v.loose for v in values.items)
    return tuple(dict.fromkeys((*found, LEFT_OUT) if loose else found))


def _equals(op: str, left: Values, right: Values) -> Truth:
    if op in ORDERS:
        return _ordered(op, left, right)
    if op not in ("==", "!=", "is", "is not"):
        return Truth.OPEN
    mine, mine_set = _single(left)
    other, other_set = _single(right)
    if mine is None or other is None:
        return Truth.OPEN
    same = _same(mine, other)
    return Truth.OPEN if same is None else _make(same, mine_set or other_set)


def _ordered(op: str, left: Values, right: Values) -> Truth:
    mine, mine_set = _single(left)
    other, other_set = _single(right)
    if not isinstance(mine, Constant) or not isinstance(other, Constant):
        return Truth.OPEN
    if mine.value is None or other.value is None:
        return Truth.OPEN
    return _make(ORDERS[op](mine.value, other.value), mine_set or other_set)


def _single(values: Values) -> tuple[Value | None, bool]:
    """The one value to compare, and whether a setting could change it."""
    if not values.items or (len(values.items) > 1 and not values.decided):
        return None, False
    value = values.items[0]
    by_setting = values.decided or bool(getattr(value, "env", ()) or getattr(value, "loose", False))
    return (None if isinstance(value, Unknown) else value), by_setting


def _same(left: Value, right: Value) -> bool | None:
    match left, right:
        case Text(a, env), Text(b, other):
            if are_credentials(env) or are_credentials(other):
                # Whoever runs the program has put a key there, and it is like no other text.
                return None if env and other else False
            if HOLE in a or HOLE in b:
                return False if (env or other) and HOLE in (a, b) else None
            return a == b
        case Constant(a), Constant(b):
            return a == b
        case (Text(text, env), Constant(None)) | (Constant(None), Text(text, env)):
            if text == HOLE:
                return not are_credentials(env) if env else None
            return False
        case (
            Constant(None),
            (RuleObject() | Instance() | Routine() | ClassRef() | Table() | Sequence()),
        ):
            return False
        case (
            (RuleObject() | Instance() | Routine() | ClassRef() | Table() | Sequence()),
            Constant(None),
        ):
            return False
        case (Text() | Constant(), Text() | Constant()):
            return False
        case (External(a), External(b)):
            return True if a == b else None
        case (ClassRef(a), ClassRef(b)):
            return a == b
        case (RuleObject(), RuleObject()):
            return False if left.origin != right.origin else None
        case _:
            return None


def _contains(world: World, left: Values, right: Values) -> Truth:
    item, by_setting = _single(left)
    holder, other_setting = _single(right)
    if not isinstance(item, Text) or holder is None:
        return Truth.OPEN
    by_setting = by_setting or other_setting
    match holder:
        case Text(_, env) if are_credentials(env) and is_placeholder(item.text):
            return Truth.SETTING_FALSE
        case Sequence() if are_credentials(item.env):
            return Truth.OPEN if _texts_of(world, holder) is None else Truth.SETTING_FALSE
        case _ if not item.known:
            return Truth.OPEN
        case Text(text, _) if HOLE not in text:
            return _make(item.text in text, by_setting)
        case Table(number):
            keys = world.heap.entries.get(number, {})
            return Truth.OPEN if "*" in keys else _make(item.text in keys, by_setting)
        case Sequence():
            texts = _texts_of(world, holder)
            return Truth.OPEN if texts is None else _make(item.text in texts, by_setting)
        case _:
            return Truth.OPEN


def _texts_of(world: World, holder: Sequence) -> frozenset[str] | None:
    """The texts of a list that holds nothing else but None; None where one of them is unknown."""
    members = [v for vs in world.heap.items.get(holder.number, ()) for v in vs.items]
    texts = [m for m in members if isinstance(m, Text)]
    if len(texts) + members.count(Constant(None)) < len(members) or not all(t.known for t in texts):
        return None
    return frozenset(t.text for t in texts)
