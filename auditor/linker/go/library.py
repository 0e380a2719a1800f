"""What the standard library of Go, and a few packages that everybody uses, do with values."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.linker.common_library import environment, first, unknown
from auditor.linker.dialect import LibraryFunction
from auditor.linker.frame import Frame
from auditor.linker.go.options import OPTION_FUNCTIONS
from auditor.linker.go.types import tags_of
from auditor.linker.iteration import key_in, list_of_rows, rounds
from auditor.linker.strings import as_text, concatenate
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Constant,
    Instance,
    Method,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    argument,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import Place, World

BUILT_IN = "builtin"
_VERB = re.compile(r"%[-+# 0]*(?:\[\d+\])?[\d.*]*([a-zA-Z%])")
#: Lists that grow by more than this are not told apart by what is in them.
MOST_APPENDED = 16


def _looked_up(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``os.LookupEnv("KEY")``: the value, and whether there is one."""
    found = environment(world, frame, args, place)
    return one(world.heap.sequence((place.path, place.line), (found, UNKNOWN)))


def _formatted(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``fmt.Sprintf("%s/x", a)``."""
    made: list[Values] = []
    for template in (argument(args, 0) or NONE).items:
        if not isinstance(template, Text):
            made.append(one(Text(HOLE)))
            continue
        pieces: list[Values] = []
        at, number = 0, 1
        for verb in _VERB.finditer(template.text):
            pieces.append(one(replace(template, text=template.text[at : verb.start()])))
            at = verb.end()
            if verb[1] == "%":
                pieces.append(one(Text("%")))
                continue
            pieces.append(args[number].values if number < len(args) else one(Text(HOLE)))
            number += 1
        pieces.append(one(replace(template, text=template.text[at:])))
        made.append(concatenate([p for p in pieces if p.items]))
    return join(*made) if made else UNKNOWN


def _printed(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    return concatenate([arg.values for arg in args]) if args else one(Text(""))


def _appended(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``append(list, a, b...)``: a list of its own, as long as it is short."""
    if not args:
        return UNKNOWN
    added = tuple(arg.values for arg in args[1:])
    spread = any(arg.name is not None for arg in args)
    made: list[Value] = []
    for value in args[0].values.items:
        items = world.heap.items.get(value.number, ()) if isinstance(value, Sequence) else ()
        if isinstance(value, Sequence) and len(items) + len(added) > MOST_APPENDED:
            for item in added:
                world.heap.append(value, item)
            made.append(value)
        else:
            longer = world.heap.sequence((place.path, place.line), (*items, *added))
            if spread or not _counted(world, value):
                world.heap.grown.add(longer.number)
            made.append(longer)
    return Values(tuple(dict.fromkeys(made)))


def _counted(world: World, value: Value) -> bool:
    """Whether it is known how many things a list holds; an empty one may have been made longer."""
    if isinstance(value, Sequence):
        return value.number not in world.heap.grown and bool(world.heap.items.get(value.number))
    return isinstance(value, Constant)


def _pairs(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """What ``range`` goes through: positions and items, keys and values."""
    site = (place.path, place.line)
    values = args[0].values if args else UNKNOWN
    known = rounds(world, values)
    match values.items:
        case (Sequence(),) if known is not None:
            rows = ((one(Constant(n)), item) for n, item in enumerate(known))
            return list_of_rows(world, site, rows)
        case (Table(number),):
            entries = world.heap.entries.get(number, {})
            return list_of_rows(world, site, ((key_in(k), v) for k, v in entries.items()))
        case _:
            kept = [world.heap.anything_in(v) for v in values.items
                    if isinstance(v, Sequence | Table)]  # fmt: skip
            item = join(*kept) if kept else UNKNOWN
            rows_of_any = world.heap.sequence(site, (UNKNOWN, item if item.items else UNKNOWN))
            # Nobody knows how many there are.
            return Values((world.heap.sequence(site, (one(rows_of_any),)), Text(HOLE)))


def _changed(how: str) -> LibraryFunction:
    def run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
        found: list[Value] = []
        for value in args[0].values.items if args else ():
            if isinstance(value, Text) and value.known:
                value = replace(value, text=getattr(value.text, how)())
            found.append(value)
        return Values(tuple(found)) if found else UNKNOWN

    return run


def _cut(how: str) -> LibraryFunction:
    """``strings.TrimSuffix(s, "/")`` and its like."""

    def run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
        ends = [v.text for v in (argument(args, 1) or NONE).items if isinstance(v, Text)]
        found: list[Value] = []
        for value in args[0].values.items if args else ():
            if isinstance(value, Text) and len(ends) == 1 and HOLE not in ends[0]:
                value = replace(value, text=getattr(value.text, how)(ends[0]))
            found.append(value)
        return Values(tuple(found)) if found else UNKNOWN

    return run


def _tested(how: str) -> LibraryFunction:
    """``strings.HasPrefix(s, "x")``, where both are known."""

    def run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
        match [arg.values.items for arg in args[:2]]:
            case [(Text() as whole,), (Text() as piece,)] if whole.known and piece.known:
                if how == "equal":
                    same = whole.text.lower() == piece.text.lower()
                    return one(Constant(same, whole.env))
                holds = piece.text in whole.text if how == "in" else False
                if how in ("startswith", "endswith"):
                    holds = getattr(whole.text, how)(piece.text)
                return one(Constant(holds, whole.env))
            case _:
                return UNKNOWN

    return run


def _joined(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``url.JoinPath(base, a, b)``: the address, and no error."""
    address = _path(world, frame, args, place)
    return one(world.heap.sequence((place.path, place.line), (address, one(Constant(None)))))


def _parsed(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``url.Parse(address)``: the address as it is, and no error."""
    given = args[0].values if args else UNKNOWN
    address = Values(tuple(dict.fromkeys(map(as_text, given.items))), given.decided)
    return one(world.heap.sequence((place.path, place.line), (address, one(Constant(None)))))


def address_method(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values | None:
    """``base.JoinPath("v1", "chat").String()`` of an address that is held as its text."""
    if not isinstance(method.receiver, Text):
        return None
    if method.name == "JoinPath":
        return _path(world, frame, (Argument(None, one(method.receiver)), *args), place)
    return one(method.receiver) if method.name == "String" and not args else None


def _path(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    parts: list[Values] = []
    for number, arg in enumerate(args):
        side = tuple(
            replace(t, text=t.text.strip("/") if number else t.text.rstrip("/"))
            for t in map(as_text, arg.values.items)
        )
        parts.extend(([one(Text("/"))] if number else []) + [Values(side, arg.values.decided)])
    return concatenate(parts) if parts else UNKNOWN


def _or(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``cmp.Or(a, b)``: the first that is not empty."""
    names = tuple(n for a in args for v in a.values.items if isinstance(v, Text) for n in v.env)
    values = [v for a in args for v in a.values.items]
    kept = [v for v in values if not (isinstance(v, Text) and _is_unset(v))]
    found = [replace(v, env=(*names, *v.env)) if isinstance(v, Text) else v for v in kept]
    return Values(tuple(dict.fromkeys(found))) if found else (args[-1].values if args else UNKNOWN)


def _is_unset(text: Text) -> bool:
    return not text.text or (text.text == HOLE and bool(text.env))


def _marshalled(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``json.Marshal(x)``: a record under the names that its tags give to its fields."""
    found = [_written(world, v, place) for v in (argument(args, 0) or NONE).items]
    body = join(*found) if found else UNKNOWN
    return one(world.heap.sequence((place.path, place.line), (body, one(Constant(None)))))


def _written(world: World, value: Value, place: Place) -> Values:
    if not isinstance(value, Instance):
        return one(value)
    entries: dict[str, Values] = {}
    for kind, name, tag in tags_of(world.classes[value.cls].node):
        held = world.get_attribute(value, name) if kind == "json" else NONE
        if kind == "json" and not is_unknown(held):
            entries[tag.partition(",")[0] or name] = held
    return one(world.heap.table((place.path, place.line), tuple(entries.items())))


def _length(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    match args[0].values.items if args else ():
        case (Sequence(number),):
            items = world.heap.items.get(number, ())
            return (
                one(Constant(len(items))) if items and number not in world.heap.grown else UNKNOWN
            )
        case (Text() as found,) if found.known and not found.env:
            return one(Constant(len(found.text)))
        case _:
            return UNKNOWN


_SAME = (
    "bytes.NewBuffer", "bytes.NewBufferString", "bytes.NewReader", "strings.NewReader",
    "io.NopCloser", "strings.Clone", "slices.Clone", "maps.Clone", "bufio.NewReader",
    "html.EscapeString", "net/url.PathEscape", "net/url.QueryEscape", "strings.Title",
    "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues", "os.ExpandEnv", "strconv.Itoa",
)  # fmt: skip
_CONVERSIONS = ("string", "int", "int32", "int64", "float32", "float64", "any", "byte", "bool")

LIBRARY: dict[str, LibraryFunction] = {
    **dict.fromkeys(_SAME, first),
    **{f"{BUILT_IN}.{name}": first for name in _CONVERSIONS},
    **OPTION_FUNCTIONS,
    f"{BUILT_IN}.append": _appended,
    f"{BUILT_IN}.len": _length,
    f"{BUILT_IN}.<range>": _pairs,
    f"{BUILT_IN}.panic": unknown,
    "os.Getenv": environment,
    "syscall.Getenv": _looked_up,
    "os.LookupEnv": _looked_up,
    "fmt.Sprintf": _formatted,
    "fmt.Sprint": _printed,
    "strings.TrimSpace": _changed("strip"),
    "strings.ToLower": _changed("lower"),
    "strings.ToUpper": _changed("upper"),
    "strings.TrimSuffix": _cut("removesuffix"),
    "strings.TrimPrefix": _cut("removeprefix"),
    "strings.TrimRight": _cut("rstrip"),
    "strings.TrimLeft": _cut("lstrip"),
    "strings.Trim": _cut("strip"),
    "strings.HasPrefix": _tested("startswith"),
    "strings.HasSuffix": _tested("endswith"),
    "strings.Contains": _tested("in"),
    "strings.EqualFold": _tested("equal"),
    "net/url.JoinPath": _joined,
    "net/url.Parse": _parsed,
    "net/url.ParseRequestURI": _parsed,
    "path.Join": _path,
    "cmp.Or": _or,
    "encoding/json.Marshal": _marshalled,
    "encoding/json.MarshalIndent": _marshalled,
}
