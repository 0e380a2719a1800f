"""The dialect of Rust."""

from __future__ import annotations

from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.iteration import index_values
from auditor.linker.objects.collections import call_collection
from auditor.linker.objects.names import around
from auditor.linker.objects.records import call_record, record, type_of
from auditor.linker.rust.calls import call
from auditor.linker.rust.library import LIBRARY, WORDS
from auditor.linker.rust.modules import WORDS as PATHS
from auditor.linker.rust.modules import ModuleTree
from auditor.linker.rust.types import is_part, settle, unseen
from auditor.linker.values import (
    Arguments,
    ClassRef,
    Constant,
    External,
    Foreign,
    ForeignMember,
    Method,
    Module,
    Routine,
    Sequence,
    Table,
    Value,
    Values,
    one,
)
from auditor.linker.world import Place, World

_SAME = "same"
#: What methods of lists, mappings, texts and functions mean.
_MEANINGS = {
    **dict.fromkeys(
        ("iter", "into_iter", "iter_mut", "collect", "to_vec", "clone", "cloned", "copied", "rev",
         "to_string", "to_owned", "as_str", "trim", "trim_end", "trim_start", "into", "as_slice",
         "take", "skip", "sorted", "dedup", "filter", "sort", "retain", "shuffle",
         "take_while", "skip_while", "peekable", "as_ref", "trim_end_matches",
         "trim_start_matches", "trim_matches", "buffered", "buffer_unordered", "windows",
         "chunks", "with_capacity", "lines", "into_boxed_slice", "sort_by", "sort_by_key"), _SAME),
    **dict.fromkeys(("map", "filter_map", "flat_map", "then", "and_then"), "map"),
    **dict.fromkeys(("for_each", "try_for_each"), "each"),
    **dict.fromkeys(("any", "all", "position", "find_map"), "test"),
    **dict.fromkeys(("first", "last", "next", "pop", "pop_front", "pop_back", "find", "nth",
                     "choose", "front", "back", "min_by_key", "max_by_key", "swap_remove"),
                    "first"),
    **dict.fromkeys(("push", "push_back", "push_front", "add"), "add"),
    **dict.fromkeys(("extend", "append", "chain"), "add all"),
    **dict.fromkeys(("get", "get_mut", "remove", "index"), "get"),
    "insert": "put", "entry": "get", "or_insert": "put", "values": "values", "keys": "keys",
    "into_values": "values", "into_keys": "keys", "is_empty": "is empty",
    "to_lowercase": "lower", "to_uppercase": "upper", "to_ascii_lowercase": "lower",
    "to_ascii_uppercase": "upper", "starts_with": "starts", "ends_with": "ends",
    "contains": "holds", "eq_ignore_ascii_case": "equals anyhow", "replace": "replace",
    "split": "split", "join": "join", "call": "run", "()": "run", "fold": "reduce",
}  # fmt: skip
#: Functions that only say how much room is wanted, or that nothing is given.
_MAKERS = ("new", "default", "builder", "from", "with_capacity")
_LISTS = frozenset({"Vec", "VecDeque", "HashSet", "BTreeSet"})
_TABLES = frozenset({"HashMap", "BTreeMap", "IndexMap"})


def _name_of(world: World, frame: Frame, name: str) -> Value | None:
    """A name that nothing binds: the type around, a module, a crate, or a word of the language."""
    if name in WORDS:
        return External(name)
    if name == "Self":
        return next((ClassRef(number) for number, _ in around(frame)), None)
    found = world.finder.module(world.modules[frame.path], name, 0)
    if name in PATHS:
        return found
    return found if isinstance(found, Module) else External(name)


def _member(world: World, frame: Frame, name: str) -> Values | None:
    """What ``use other::*`` brings in of a library that some rule speaks of."""
    for package in (star for scope in frame.scopes() for star in scope.stars):
        full = f"{package}.{name}"
        if world.rules.speaks_of(full):
            return one(External(full))
    return None


def _attribute(world: World, value: Value, name: str) -> Values | None:
    """A field of a record."""
    if isinstance(value, Table) and type_of(world, value) is not None:
        found = world.heap.entries.get(value.number, {}).get(name)
        kind = type_of(world, value) or ""
        return found if found is not None else one(ForeignMember(Foreign(kind, ("", 0)), name))
    if isinstance(value, Sequence) and name.isdigit():
        return index_values(world, one(value), one(Constant(int(name))))
    if isinstance(value, Routine):
        # A crate may be called like a function: ``rocket::post`` beside ``fn rocket()``.
        full = f"{world.functions[value.number].node.name}.{name}"
        return one(External(full)) if world.rules.speaks_of(full) else None
    return None


def _method(
    world: World, frame: Frame, called: Method, args: Arguments, place: Place
) -> Values | None:
    if isinstance(called.receiver, Table) and type_of(world, called.receiver) is not None:
        return call_record(world, frame, called, args, place)
    meaning = _MEANINGS.get(called.name, "")
    if not meaning and isinstance(called.receiver, Routine):
        # ``get(list).post(add)``: what keeps one function is given another one.
        given = (v for arg in args for v in arg.values.items if isinstance(v, Routine))
        return Values((called.receiver, *given))
    return call_collection(world, frame, called, meaning, args, place) if meaning else None


def _outside(world: World, name: str, args: Arguments, place: Place) -> Values | None:
    """A list, a mapping, or a record of a library's type."""
    owner, _, made = name.rpartition(".")
    kind = owner.rpartition(".")[2]
    if kind in _LISTS and made in _MAKERS:
        known = args[0].values if args and made == "from" else None
        return known or one(world.heap.sequence((place.path, place.line), ()))
    if kind in _TABLES and made in _MAKERS and not args:
        return one(world.heap.table((place.path, place.line), ()))
    if world.rules.speaks_of(name):
        return None
    if kind[:1].isupper() and not kind.isupper() and made[:1].islower():
        return one(record(world, owner, args, place, is_open=True))
    if made[:1].isupper() and args and owner:
        # A variant of a library's enumeration, or a record whose fields have no names.
        return one(record(world, name, args, place, is_open=False))
    return None


RUST = Dialect(
    language="rust",
    name_of=_name_of,
    library=LIBRARY,
    constructor="<constructor>",
    finder=lambda modules, _rules, _packages: ModuleTree(modules),
    open_options=True,
    nameless=True,
    accessors=True,
    lenient=True,
    plug_ins=False,
    run_as=("call", "run", "execute", "handle"),
    member=_member,
    attribute=_attribute,
    method=_method,
    call=call,
    outside=_outside,
    settle=settle,
    adds_to=is_part,
    unseen=unseen,
)
