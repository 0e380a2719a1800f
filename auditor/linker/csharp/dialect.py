"""The dialect of C#."""

from __future__ import annotations

from auditor.linker.attributes import instance_attribute
from auditor.linker.classes import find_method, lineage
from auditor.linker.csharp.library import (
    LIBRARY,
    TYPES,
    configured,
    is_configuration,
    option_of,
    read_configuration,
)
from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.objects.beans import unseen
from auditor.linker.objects.calls import call, choose
from auditor.linker.objects.collections import call_collection
from auditor.linker.objects.names import member, method, name_of
from auditor.linker.objects.packages import TypeFinder, home_of
from auditor.linker.objects.records import call_record, record, type_of
from auditor.linker.objects.registrations import container, registered
from auditor.linker.values import (
    HOLE,
    NONE,
    Arguments,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Method,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World

TEXT = External("System.String")
#: Namespaces that a project opens for all of its files unless it says otherwise; the types of the
#: first are known by themselves.
_ALWAYS = (
    "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http",
    "System.Threading", "System.Threading.Tasks", "Microsoft.AspNetCore.Builder",
    "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc",
    "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
    "Microsoft.Extensions.Hosting",
)  # fmt: skip
_LANGUAGE = frozenset({
    "Console", "Convert", "DateTime", "Environment", "Exception", "Func", "Guid", "Action", "Math",
    "InvalidOperationException", "ArgumentException", "NotSupportedException", "Object", "String",
    "OperationCanceledException", "TaskCanceledException", "TimeoutException", "TimeSpan", "Type",
    "AggregateException", "NotImplementedException", "Uri", "Lazy", "Random",
})  # fmt: skip
_SAME = "same"
#: What methods of collections, texts and functions mean.
_MEANINGS = {
    **dict.fromkeys(
        ("ToList", "ToArray", "AsEnumerable", "AsReadOnly", "OrderBy", "OrderByDescending", "Take",
         "Skip", "Distinct", "Reverse", "Append", "ToString", "Trim", "Concat", "ToListAsync",
         "AsSpan", "ToImmutableList", "ToHashSet", "Cast", "OfType"), _SAME),
    **dict.fromkeys(("Select", "SelectMany", "ConvertAll"), "map"),
    **dict.fromkeys(("ForEach",), "each"),
    **dict.fromkeys(("Any", "All", "Exists", "TrueForAll"), "test"),
    **dict.fromkeys(("First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "Find",
                     "LastOrDefault", "Dequeue", "Pop", "Peek", "ElementAt"), "first"),
    **dict.fromkeys(("Add", "Enqueue", "Push", "Insert"), "add"),
    **dict.fromkeys(("Invoke", "DynamicInvoke"), "run"),
    "Where": "filter", "FindAll": "filter", "Aggregate": "reduce", "AddRange": "add all",
    "TryAdd": "put", "GetValueOrDefault": "or else", "GetOrAdd": "compute", "Values": "values",
    "ToLower": "lower", "ToLowerInvariant": "lower", "ToUpper": "upper", "Replace": "replace",
    "Split": "split", "StartsWith": "starts", "EndsWith": "ends", "Contains": "holds",
    "TrimEnd": "strip", "TrimStart": "strip", "Equals": "equals anyhow",
    "IsNullOrEmpty": "is empty",
}  # fmt: skip
_OF_TABLES = {"Add": "put", "TryAdd": "put"}


def _name_of(world: World, frame: Frame, name: str) -> Value | None:
    return name_of(world, frame, name, _LANGUAGE, _ALWAYS)


def _member(world: World, frame: Frame, name: str) -> Values | None:
    """A member of the types around; a method may be named without being called."""
    found = member(world, frame, name)
    return found if found is not None else method(world, frame, name)


def _given(world: World, kind: Value) -> Values | None:
    """What a parameter of a type holds: of a text only that it is one."""
    return one(Text(HOLE)) if kind == TEXT else registered(world, kind)


def _attribute(world: World, value: Value, name: str) -> Values | None:
    """Methods and fields of records, options, and what stands around a value."""
    match value:
        case Table(number) if type_of(world, value) is not None:
            field = world.heap.entries.get(number, {}).get(name)
            return field if field is not None else one(Method(value, name))
        case Instance():
            return _of_instance(world, value, name)
        case _:
            return None


def _of_instance(world: World, value: Instance, name: str) -> Values | None:
    cls = world.classes[value.cls].node.name
    if name in ("Value", "CurrentValue", "Result") and not _has(world, value, name):
        # ``options.Value``, ``task.Result``: what is around a value is left out.
        return one(value)
    option = option_of(world, cls, name)
    if option is None:
        return None
    written = instance_attribute(world, value, name) if _has(world, value, name) else NONE
    return join(option, Values(tuple(v for v in written.items if isinstance(v, Text) and v.known)))


def _has(world: World, value: Instance, name: str) -> bool:
    """Whether an object has a member of this name, whatever it is."""
    if world.heap.load(value, name) is not None or find_method(world, value.cls, name) is not None:
        return True
    frames = (world.frame_of(world.classes[c.number].frame) for c in lineage(world, value.cls)
              if isinstance(c, ClassRef))  # fmt: skip
    return any(f is not None and (name in f.env or name in f.declared) for f in frames)


def _method(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values | None:
    held = method.receiver
    if isinstance(held, Table) and type_of(world, held) is not None:
        return call_record(world, frame, method, args, place)
    meaning = _MEANINGS.get(method.name, "")
    if isinstance(held, Table):
        meaning = _OF_TABLES.get(method.name, meaning)
    return call_collection(world, frame, method, meaning, args, place) if meaning else None


def _outside(world: World, name: str, args: Arguments, place: Place) -> Values | None:
    """A record of a library's type is made; what it is given at once are its fields."""
    made = name.rpartition(".")[2]
    plain = made[:1].isupper() and _is_data(name)
    if not plain or made.startswith(("Map", "Use", "Add", "Create", "Get")):
        return None
    return one(record(world, name, args, place, is_open=False))


def _is_data(name: str) -> bool:
    """Whether a type of a library may be a record; few of the language's own are of interest."""
    return "." in name and (not name.startswith("System.") or name.startswith("System.Net.Http."))


def _item(world: World, holder: Value, key: str) -> Values | None:
    """``configuration["A:B"]``."""
    return configured(world, holder, key) if is_configuration(holder) else None


def _foreign(world: World, owner: str, path: str, args: Arguments) -> Values | None:
    """Readers of the configuration."""
    holder, _, method = path.rpartition(".")
    made = Foreign(owner, ("", 0))
    return read_configuration(world, ForeignMember(made, holder) if holder else made, method, args)


CSHARP = Dialect(
    language="csharp",
    name_of=_name_of,
    library=LIBRARY,
    constructor="<init>",
    finder=lambda modules, _rules, _packages: TypeFinder(modules),
    promises=True,
    open_options=True,
    nameless=True,
    accessors=True,
    overloads=True,
    lenient=True,
    run_as=("Invoke", "InvokeAsync", "ExecuteAsync", "Handle"),
    types=TYPES,
    member=_member,
    choose=choose,
    given=_given,
    attribute=_attribute,
    item=_item,
    method=_method,
    call=call,
    container=container,
    foreign=_foreign,
    outside=_outside,
    home=home_of,
    unseen=unseen,
)
