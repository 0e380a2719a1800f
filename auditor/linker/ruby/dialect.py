"""The dialect of Ruby."""

from __future__ import annotations

from auditor.linker.common_library import ENVIRONMENT
from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.objects.collections import call_collection
from auditor.linker.ruby.calls import OWN, call, of_class, unseen
from auditor.linker.ruby.constants import (
    TOP,
    ConstantFinder,
    constant,
    named,
    settle,
)
from auditor.linker.ruby.library import LIBRARY, part_of_address
from auditor.linker.ruby.routes import address
from auditor.linker.values import (
    NONE,
    Arguments,
    ClassRef,
    External,
    Method,
    Routine,
    Super,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import Place, World

_SELF, _ABOVE = "self", "super"
_SAME = "same"
#: What methods of lists, hashes, texts and functions mean.
_MEANINGS = {
    **dict.fromkeys(
        ("freeze", "dup", "clone", "to_a", "to_s", "to_str", "to_sym", "to_h", "compact", "uniq",
         "sort", "reverse", "shuffle", "lazy", "flatten", "presence", "strip", "squish", "chomp",
         "itself", "to_json", "with_indifferent_access", "symbolize_keys", "deep_symbolize_keys",
         "stringify_keys", "compact_blank", "sort_by", "rotate", "take", "drop", "force", "encode",
         "force_encoding", "html_safe", "transform_keys", "except", "slice", "select", "reject",
         "filter", "partition", "as_json", "to_proc", "entries", "values_at"), _SAME),
    **dict.fromkeys(("map", "flat_map", "collect", "filter_map", "each_with_index",
                     "transform_values"), "map"),
    **dict.fromkeys(("any?", "all?", "none?", "each_with_object", "group_by", "sum", "count"),
                    "test"),
    **dict.fromkeys(("first", "last", "sample", "find", "detect", "min_by", "max_by", "pop",
                     "shift", "min", "max"), "first"),
    **dict.fromkeys(("<<", "push", "append", "unshift", "prepend"), "add"),
    **dict.fromkeys(("concat", "+"), "add all"),
    **dict.fromkeys(("call", "()", "yield", "===", "curry"), "run"),
    **dict.fromkeys(("inject", "reduce"), "reduce"),
    **dict.fromkeys(("fetch", "dig", "at", "[]"), "get"),
    **dict.fromkeys(("store", "[]="), "put"),
    **dict.fromkeys(("downcase", "swapcase"), "lower"),
    **dict.fromkeys(("blank?", "empty?"), "is empty"),
    **dict.fromkeys(("start_with?",), "starts"),
    **dict.fromkeys(("end_with?",), "ends"),
    **dict.fromkeys(("include?",), "holds"),
    **dict.fromkeys(("eql?", "equal?"), "equals"),
    "upcase": "upper", "casecmp?": "equals anyhow", "keys": "keys", "values": "values",
    "gsub": "replace", "sub": "replace", "split": "split", "join": "join",
}  # fmt: skip


def _member(world: World, frame: Frame, name: str) -> Values | None:
    """A constant, which is looked for around the place, above it, and outside."""
    if name[:1].isupper() or name.startswith(TOP):
        found = constant(world, frame, name)
        return found if found.items else None
    return None


def _name_of(world: World, frame: Frame, name: str) -> Value | None:
    """A name that nothing of the tree binds: a word of the language, or one of a library."""
    if name == "ENV":
        return ENVIRONMENT
    if name in (_SELF, _ABOVE):
        return _own(frame, name)
    plain = name.removeprefix(TOP)
    return External(plain) if plain[:1].isupper() else None


def _own(frame: Frame, name: str) -> Value | None:
    scope = next((s for s in frame.scopes() if s.cls is not None), None)
    if scope is None or scope.cls is None:
        return None
    receiver = scope.receiver if scope.receiver is not None else ClassRef(scope.cls)
    return receiver if name == _SELF else Super(receiver, scope.cls)


def _attribute(world: World, value: Value, name: str) -> Values | None:
    """``A::B``, wherever A is opened again, and the methods of the class itself."""
    if isinstance(value, External) and name[:1].isupper():
        # ``class A::B`` needs no A of its own.
        found = named(world, world.here, f"{value.name}.{name}") if world.here else NONE
        return found if found.items else None
    if not isinstance(value, ClassRef):
        return None
    info = world.classes[value.number]
    if name[:1].isupper():
        inner = world.frame_of(info.frame)
        if inner is not None and name in inner.env:
            return None
        found = named(world, info.path, f"{info.qualname}.{name}")
        return found if found.items else None
    own = of_class(world, value.number, name)
    if own is None:
        return None
    return one(Routine(own.number, world.closure_of(own), value))


def _method(
    world: World, frame: Frame, called: Method, args: Arguments, place: Place
) -> Values | None:
    if called.name == "+" and isinstance(called.receiver, Text):
        return None
    part = part_of_address(called.receiver, called.name)
    if part is not None:
        return part
    meaning = _MEANINGS.get(called.name, "")
    if meaning == "run" and isinstance(called.receiver, Text):
        return None
    return call_collection(world, frame, called, meaning, args, place) if meaning else None


RUBY = Dialect(
    language="ruby",
    name_of=_name_of,
    library=LIBRARY,
    constructor="initialize",
    finder=lambda modules, _rules, _packages: ConstantFinder(modules),
    open_options=True,
    nameless=True,
    accessors=True,
    lenient=True,
    plug_ins=False,
    run_as=("call", "perform", "run", "execute"),
    own_methods=OWN,
    fields="@",
    member=_member,
    attribute=_attribute,
    method=_method,
    call=call,
    address=address,
    settle=settle,
    unseen=unseen,
)
