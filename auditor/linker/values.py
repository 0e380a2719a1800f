"""The abstract values an expression may have, and sets of them.

Values are immutable and compared by content, so that running a function twice with equal
arguments is recognised. What can change (attributes, lists, dictionaries) lives in the ``Heap``
under the number that an ``Instance``, ``Sequence`` or ``Table`` carries. They are put into sets by
the million, so each is hashed by no more than what nearly always tells it apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Union

from auditor.model.error_test import ErrorTest
from auditor.model.facts import Expr
from auditor.model.program import Evidence

#: Stands for a stretch of text that is not known.
HOLE = "\x00"
#: More alternatives than this are not told apart, and why one of so many is not known.
MOST_VALUES = 40
TOO_MANY = f"one of more than {MOST_VALUES} values"
#: A text longer than this is no model id, host or setting.
LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Text:
    """A string, with ``HOLE`` for unknown stretches.

    ``env`` are its variables (the text is then the default, or a lone hole, ``needed`` where the
    program cannot run without), ``steps`` where it comes from, ``param`` the (function, parameter)
    that carried it in, ``loose`` what a parameter has by default.
    """

    text: str
    env: tuple[str, ...] = ()
    steps: tuple[Evidence, ...] = field(default=(), compare=False)
    param: tuple[int, str] | None = field(default=None, compare=False)
    needed: bool = False
    loose: bool = field(default=False, compare=False)

    @property
    def known(self) -> bool:
        """Whether every character is known."""
        return HOLE not in self.text

    def __hash__(self) -> int:
        return hash(self.text)


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a boolean or None. ``env`` as in ``Text``."""

    value: int | float | bool | None
    env: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that cannot be bounded; ``member`` is the attribute it was read as."""

    why: str = field(default="", compare=False)
    member: str = field(default="", compare=False)


_MORE = Unknown(TOO_MANY)


@dataclass(frozen=True, slots=True)
class External:
    """A name defined outside the scanned tree: ``acme.complete``."""

    name: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A named type, ``Client = Annotated[...]``: where it is written, and in which frame."""

    frame: int
    line: int
    node: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Foreign:
    """What calling an external name gave: an object we know only by where it comes from.

    ``site`` is (path, line) of the call; its arguments are kept by the world.
    """

    name: str
    site: tuple[str, int]

    def __hash__(self) -> int:
        return hash(self.site)


@dataclass(frozen=True, slots=True)
class ForeignMember:
    """An attribute path on a foreign object: ``app.router.add_get``."""

    owner: Foreign
    path: str


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the scanned tree, by file path."""

    path: str


@dataclass(frozen=True, slots=True)
class Routine:
    """A function of the scanned tree: its number, its closure's frame, its bound receiver."""

    number: int
    frame: int = 0
    receiver: Value | None = None

    def __hash__(self) -> int:
        return hash((self.number, self.frame))


@dataclass(frozen=True, slots=True)
class ClassRef:
    """A class of the scanned tree, by number."""

    number: int

    def __hash__(self) -> int:
        return self.number


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the scanned tree; equal construction gives an equal number."""

    number: int
    cls: int

    def __hash__(self) -> int:
        return self.number


@dataclass(frozen=True, slots=True)
class Super:
    """``super()`` inside a method: the receiver, and the class to look behind."""

    receiver: Value
    cls: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, tuple or set; its items are on the heap."""

    number: int

    def __hash__(self) -> int:
        return self.number


@dataclass(frozen=True, slots=True)
class Table:
    """A dictionary; its items are on the heap."""

    number: int

    def __hash__(self) -> int:
        return self.number


@dataclass(frozen=True, slots=True)
class Bound:
    """A callable with some arguments already given (``functools.partial``)."""

    target: Value
    args: Arguments


@dataclass(frozen=True, slots=True)
class Method:
    """A built-in method of a text, sequence or table (``"".join``, ``{}.get``)."""

    receiver: Value
    name: str


@dataclass(frozen=True, slots=True)
class RuleObject:
    """A client, model, agent or chain that a rule describes; ``aim`` says whom it asks.

    ``runs`` are the functions it was given, which it runs whenever it is asked.

    Equal content gives an equal ``number``, which alone is compared: aims are large.
    """

    number: int
    sdk: str = field(compare=False)
    rule: str = field(compare=False)
    aim: Aim = field(compare=False)
    site: tuple[str, int] = field(default=("", 0), compare=False)
    runs: tuple[Value, ...] = field(default=(), compare=False)

    @property
    def origin(self) -> Origin:
        """Which object it is, whatever has become of its target since it was built."""
        return self.sdk, self.rule, self.site

    def __hash__(self) -> int:
        return self.number


@dataclass(frozen=True, slots=True)
class CaughtError:
    """The error that a handler has caught, or what ``part`` names: its status, text, answer."""

    part: str = ""


@dataclass(frozen=True, slots=True)
class OnError:
    """A truth that depends on the caught error."""

    test: ErrorTest


@dataclass(frozen=True, slots=True)
class RuleMember:
    """An attribute path on a rule object: ``client.chat.completions``."""

    owner: RuleObject
    path: str


Value = Union[
    Text, Constant, Unknown, External, Alias, Foreign, ForeignMember, Module, Routine, ClassRef,
    Instance, Super, Sequence, Table, Bound, Method, RuleObject, RuleMember, CaughtError, OnError,
]  # fmt: skip


class Values(NamedTuple):
    """What an expression may be, first the likeliest.

    ``decided`` when the first is what the shipped settings choose and the others need a setting.
    """

    items: tuple[Value, ...]
    decided: bool = False


class Argument(NamedTuple):
    """One evaluated argument; ``name`` None for a positional one."""

    name: str | None
    values: Values


#: A rule's library and id, and where the object was built.
Origin = tuple[str, str, tuple[str, int]]
Arguments = tuple[Argument, ...]


class Next(NamedTuple):
    """What is asked after an error of the classes ``fires``, or of the exception ``types``.

    ``gateway`` when only requests through it count, ``inherits`` when it goes the way of what was
    asked first. ``how`` names the mechanism.
    """

    aims: tuple[Aim, ...]
    fires: frozenset[str]
    types: tuple[str, ...] = ()
    gateway: str | None = None
    inherits: bool = False
    how: str = ""


class Group(NamedTuple):
    """Deployments under one name, and the names of the groups that are asked after them."""

    name: str
    aims: tuple[Aim, ...]
    after: tuple[str, ...] = ()
    how: str = ""


class Aim(NamedTuple):
    """Whom an object or call asks, as far as its arguments say; None where they say nothing.

    ``carried`` are asked too, each of ``fallbacks`` after an error; of ``groups`` the one that the
    model names; with ``alternatives`` one of those is asked instead, the first as shipped if
    ``decided``. ``borrows`` when it is sent a key that the call names for another, ``whole`` when
    another object says all of it, so that nothing of what it is laid over holds.
    """

    platform: str | None = None
    vendor: str | None = None
    model: Values | None = None
    model_grammar: str | None = None
    provider: Values | None = None
    provider_grammar: str | None = None
    base_url: Values | None = None
    key: Values | None = None
    timeout: Values | None = None
    retries: Values | None = None
    region: Values | None = None
    carried: tuple[Aim, ...] = ()
    fallbacks: tuple[Next, ...] = ()
    groups: tuple[Group, ...] = ()
    alternatives: tuple[Aim, ...] = ()
    decided: bool | None = None
    kind: str | None = None
    borrows: bool | None = None
    whole: bool | None = None


NONE: Values = Values(())
UNKNOWN: Values = Values((Unknown(),))
#: Arguments of a call whose caller is not known.
ANY_ARGUMENTS: Arguments = (Argument("*", UNKNOWN),)


def one(value: Value) -> Values:
    """The set of exactly this value."""
    return Values((value,))


def join(*sets: Values) -> Values:
    """Everything in any of the sets; the order of first appearance is kept."""
    first = NONE
    rest: list[tuple[Value, ...]] = []
    for values in sets:
        items = values.items
        if not items or items is first.items:
            continue
        if not first.items:
            if items[-1] is _MORE and len(items) == MOST_VALUES and not values.decided:
                return values  # Full: nothing can be added.
            first = values
        elif rest or items != first.items:
            rest.append(items)
    if not rest:
        return first
    merged: dict[Value, None] = dict.fromkeys(first.items)
    for items in rest:
        merged.update(dict.fromkeys(items))
    if len(merged) == len(first.items) and not first.decided:
        return first  # The same object again is quicker to compare.
    if len(merged) > MOST_VALUES:
        told = (v for v in merged if not isinstance(v, Unknown))
        return Values((*tuple(told)[: MOST_VALUES - 1], _MORE))
    return Values(tuple(merged))


def prefer(chosen: Values, others: Values) -> Values:
    """``chosen`` is what the shipped settings pick; ``others`` need a setting."""
    if not chosen.items or not others.items:
        return chosen if chosen.items else others
    merged = join(chosen, others)
    settled = len(chosen.items) == 1 or chosen.decided
    return Values(merged.items, settled and len(merged.items) > 1)


def is_unknown(values: Values) -> bool:
    """Whether nothing at all is known."""
    return all(isinstance(v, Unknown) for v in values.items)


def known(values: Values) -> tuple[Value, ...]:
    """The values without the unknown ones."""
    return tuple(v for v in values.items if not isinstance(v, Unknown))


def known_texts(values: Values | None) -> list[str]:
    """The strings among the values of which every character is known."""
    return [v.text for v in (values or NONE).items if isinstance(v, Text) and v.known]


def argument(args: Arguments, *wanted: str | int) -> Values | None:
    """The first of the wanted arguments that is given: names, or positions from 0."""
    positional = [a.values for a in args if a.name is None]
    for want in wanted:
        if isinstance(want, str):
            found = [a.values for a in args if a.name == want]
            if found:
                return found[0]
        elif want < len(positional):
            return positional[want]
    return None
