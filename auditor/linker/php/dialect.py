"""The dialect of PHP."""

from __future__ import annotations

from auditor.linker.common_library import ENVIRONMENT
from auditor.linker.dialect import Dialect
from auditor.linker.expressions import evaluate_arguments, place_of
from auditor.linker.frame import Frame
from auditor.linker.objects.beans import unseen
from auditor.linker.objects.calls import call
from auditor.linker.php.callables import named
from auditor.linker.php.files import FileFinder
from auditor.linker.php.library import LIBRARY
from auditor.linker.values import (
    HOLE,
    NONE,
    ClassRef,
    External,
    Super,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.model.facts import Call, Name

ABOVE, OWN = "super", "self"
TEXT = External("string")
_ENVIRONMENTS = frozenset({"$_ENV", "$_SERVER"})
#: How constants of the language begin that stand for nothing but themselves.
_WORDS = ("CURLOPT_", "PHP_", "JSON_")


def _name_of(world: World, frame: Frame, name: str) -> Value | None:
    """A name that nothing in the file binds: a word of the language, or one from elsewhere."""
    if name in _ENVIRONMENTS:
        return ENVIRONMENT
    if name.startswith("$"):
        return None
    if name in (ABOVE, OWN):
        return _own(frame, name)
    if name.startswith(_WORDS):
        return Text(name)
    found = _declared(world, frame, name)
    return found.items[0] if found.items else External(name.removeprefix("\\"))


def _own(frame: Frame, name: str) -> Value | None:
    if frame.cls is None:
        return None
    if name == OWN:
        return ClassRef(frame.cls)
    receiver = frame.receiver if frame.receiver is not None else ClassRef(frame.cls)
    return Super(receiver, frame.cls)


def _declared(world: World, frame: Frame, name: str) -> Values:
    """What another file of the tree declares under a name."""
    finder = world.finder
    home = finder.declaring(frame.path, name) if isinstance(finder, FileFinder) else None
    return world.module_frame(home[0]).env.get(home[1], NONE) if home is not None else NONE


def _home(world: World, frame: Frame, name: str) -> Frame | None:
    """The frame of another file that declares a type or a function."""
    finder = world.finder
    if name.startswith("$") or not isinstance(finder, FileFinder):
        return None
    home = finder.declaring(frame.path, name)
    if home is None or home[0] == frame.path or home[1] != name:
        return None
    return world.module_frame(home[0])


def _call(world: World, frame: Frame, expr: Call) -> Values | None:
    """A bare name is a function, and never a method of the class around it."""
    if not isinstance(expr.callee, Name) or expr.new or expr.callee.id == "<annotated>":
        return call(world, frame, expr)
    if not expr.callee.id.startswith("$"):
        return None
    held = world.evaluate(frame, expr.callee)
    callee = named(world, frame, held)
    if callee is held:
        return None
    args = evaluate_arguments(world, frame, expr.args)
    return world.call_values(frame, callee, args, place_of(world, frame, expr))


def _attribute(world: World, value: Value, name: str) -> Values | None:
    """``Models::Fast->value``: a case of an enumeration is its text."""
    return one(value) if isinstance(value, Text) and name == "value" else None


def _given(world: World, kind: Value) -> Values | None:
    """What a parameter of a type holds: of a text only that it is one."""
    return one(Text(HOLE)) if kind == TEXT else None


PHP = Dialect(
    language="php",
    name_of=_name_of,
    library=LIBRARY,
    constructor="__construct",
    finder=lambda modules, _rules, _packages: FileFinder(modules),
    open_options=True,
    nameless=True,
    accessors=True,
    lenient=True,
    run_as=("__invoke", "handle"),
    types=frozenset(LIBRARY),
    given=_given,
    attribute=_attribute,
    call=_call,
    home=_home,
    unseen=unseen,
)
