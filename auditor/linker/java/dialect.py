"""The dialect of Java."""

from __future__ import annotations

from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.java.kotlin import PRELUDE
from auditor.linker.java.library import ANNOTATIONS, LIBRARY, SETTINGS, TYPES
from auditor.linker.objects.beans import given, offers, unseen
from auditor.linker.objects.calls import call, choose
from auditor.linker.objects.collections import OPTIONAL, call_collection
from auditor.linker.objects.names import member, method, name_of, outer
from auditor.linker.objects.packages import TypeFinder, home_of, is_open
from auditor.linker.objects.records import OPTIONS, begins_record, call_record, record, type_of
from auditor.linker.values import (
    HOLE,
    Arguments,
    External,
    Method,
    Table,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import Place, World

#: Packages whose types every file sees; the types of the first are known by themselves.
_ALWAYS = ("java.lang",)
_LANGUAGE = frozenset({
    "Boolean", "Character", "Class", "Double", "Enum", "Error", "Exception", "Float",
    "IllegalArgumentException", "IllegalStateException", "Integer", "InterruptedException",
    "Iterable", "Long", "Math", "NullPointerException", "Number", "Object", "Override", "Runnable",
    "Runtime", "RuntimeException", "String", "StringBuilder", "System", "Thread", "Throwable",
    "UnsupportedOperationException", "Void",
})  # fmt: skip
TEXT = External("java.lang.String")
_SAME = "same"
#: What methods of collections, texts and optional values mean.
_MEANINGS = {
    **dict.fromkeys(
        ("stream", "parallelStream", "toList", "collect", "sorted", "distinct", "limit", "skip",
         "iterator", "toArray", "boxed", "peek", "reversed", "toString", "trim", "intern",
         "subList", "build", "toUriString", "toUri", "encode", "toMutableList", "toSet",
         "asSequence", "filterNotNull", "shuffled", "trimIndent", "trimMargin", "take", "drop",
         "orEmpty", "asReversed", "toMap", "toMutableMap"), _SAME),
    **dict.fromkeys(("map", "flatMap", "mapToObj", "concatMap", "mapNotNull"), "map"),
    **dict.fromkeys(("forEach", "forEachOrdered", "ifPresent", "onEach"), "each"),
    **dict.fromkeys(
        ("anyMatch", "allMatch", "noneMatch", "removeIf", "any", "all", "none"), "test"),
    **dict.fromkeys(("findFirst", "findAny", "max", "min"), "maybe"),
    **dict.fromkeys(("getFirst", "getLast", "next", "poll", "peekFirst", "remove", "pop", "first",
                     "last", "firstOrNull", "lastOrNull", "find", "single", "random"), "first"),
    **dict.fromkeys(("add", "addLast", "addFirst", "offer", "push", "plus"), "add"),
    **dict.fromkeys(("apply", "accept", "run", "call", "get", "test", "supply"), "run"),
    "filter": "filter", "reduce": "reduce", "addAll": "add all",
    "put": "put", "putIfAbsent": "put if absent", "getOrDefault": "or else",
    "computeIfAbsent": "compute", "entrySet": "entries", "values": "values", "keySet": "keys",
    "orElse": "or else", "orElseGet": "or run", "or": "or run", "orElseThrow": "or fail",
    "toLowerCase": "lower", "toUpperCase": "upper", "lowercase": "lower", "uppercase": "upper",
    "getOrElse": "or run", "getOrPut": "compute", "isNullOrBlank": "is empty",
    "isNullOrEmpty": "is empty", "getValue": "get", "strip": "strip", "replace": "replace",
    "split": "split", "startsWith": "starts", "endsWith": "ends", "contains": "holds",
    "equals": "equals", "equalsIgnoreCase": "equals anyhow", "isEmpty": "is empty",
    "isBlank": "is empty", "concat": "concat", "formatted": "format",
}  # fmt: skip


def _name_of(world: World, frame: Frame, name: str) -> Value | None:
    if name in PRELUDE and is_open(world, frame.path):
        return External(f"kotlin.{name}")
    return name_of(world, frame, name, _LANGUAGE, _ALWAYS)


def _member(world: World, frame: Frame, name: str) -> Values | None:
    if name.endswith(".this"):
        return outer(world, frame, name)
    found = member(world, frame, name)
    if found is None and is_open(world, frame.path):
        # ``::ask``: a method may be named without being called.
        return method(world, frame, name)
    return found


def _attribute(world: World, value: Value, name: str) -> Values | None:
    """A method of a record, list or optional value, whatever fields it has."""
    if isinstance(value, Table) and (
        type_of(world, value) is not None or _is_optional(world, value)
    ):
        return one(Method(value, name))
    return None


def _given(world: World, kind: Value) -> Values | None:
    """What a parameter of a type holds: of a text only that it is one."""
    return one(Text(HOLE)) if kind == TEXT else given(world, kind)


def _is_optional(world: World, value: Table) -> bool:
    return OPTIONAL in world.heap.entries.get(value.number, {})


def _method(
    world: World, frame: Frame, called: Method, args: Arguments, place: Place
) -> Values | None:
    held = called.receiver
    if isinstance(held, Table) and type_of(world, held) is not None:
        return call_record(world, frame, called, args, place)
    meaning = _MEANINGS.get(called.name, "")
    if (meaning == "run" and called.name == "get" and isinstance(held, Table)) or (
        called.name == "get" and args
    ):
        meaning = "get"
    return call_collection(world, frame, called, meaning, args, place) if meaning else None


def _outside(world: World, name: str, args: Arguments, place: Place) -> Values | None:
    """A builder begins, or a record of a library's type is made."""
    if begins_record(name):
        return one(record(world, name, args, place, is_open=True))
    made = name.rpartition(".")[2]
    plain = made[:1].isupper() and not made.isupper() and not name.startswith("java.")
    if plain or any(type_of(world, v) == OPTIONS for arg in args for v in arg.values.items):
        return one(record(world, name, args, place, is_open=False))
    return None


def _foreign(world: World, owner: str, path: str, args: Arguments) -> Values | None:
    """Readers of settings, and what an environment's mapping gives."""
    reader = SETTINGS.get(f"{owner}.{path}")
    return reader(world, None, args, None) if reader is not None else None


JAVA = Dialect(
    language="java",
    name_of=_name_of,
    library=LIBRARY,
    constructor="<init>",
    finder=lambda modules, _rules, _packages: TypeFinder(modules),
    open_options=True,
    nameless=True,
    accessors=True,
    overloads=True,
    lenient=True,
    run_as=("run", "call", "accept", "apply", "handle", "execute", "get", "invoke"),
    annotations=ANNOTATIONS,
    types=TYPES,
    member=_member,
    choose=choose,
    given=_given,
    offers=offers,
    attribute=_attribute,
    method=_method,
    call=call,
    foreign=_foreign,
    outside=_outside,
    home=home_of,
    unseen=unseen,
)
