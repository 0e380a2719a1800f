"""What the standard library of .NET, and its configuration, do with values."""

from __future__ import annotations

from auditor.linker.common_library import environment, first, unknown
from auditor.linker.deployed import variable
from auditor.linker.dialect import LibraryFunction
from auditor.linker.endings import ended
from auditor.linker.frame import Frame
from auditor.linker.settings import setting
from auditor.linker.values import (
    HOLE,
    UNKNOWN,
    Arguments,
    Foreign,
    ForeignMember,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    join,
    known_texts,
    one,
)
from auditor.linker.world import Place, World

#: How the types and members are called that hold a program's configuration.
_CONFIGURATIONS = frozenset({
    "IConfiguration", "IConfigurationRoot", "IConfigurationSection", "ConfigurationManager",
    "Configuration", "configuration", "_configuration", "config", "_config",
})  # fmt: skip
#: Under this name the beginning of a key is kept that a section stands for.
SECTION = "<section>"
_READERS = frozenset({"GetValue", "GetConnectionString", "GetRequiredSection", "GetSection"})
#: How classes are called whose fields are filled from a section of the configuration.
_OPTIONS = ("Options", "Settings", "Config", "Configuration")


def is_configuration(value: Value) -> bool:
    """Whether a value is the configuration of a program, by its type or name."""
    match value:
        case Foreign(name):
            return name.rpartition(".")[2] in _CONFIGURATIONS or name.startswith(SECTION)
        case ForeignMember(_, path):
            return path.rpartition(".")[2] in _CONFIGURATIONS
        case Unknown(member=member):
            return member.rpartition(".")[2] in _CONFIGURATIONS
        case _:
            return False


def configured(world: World, holder: Value, key: str) -> Values:
    """``configuration["A:B"]``: what settings files hold, or a setting without a value."""
    full = f"{_beginning(holder)}{key}"
    found = setting(world, full.replace(":", ".").replace("__", "."))
    if found.items:
        return found
    plain = variable(world, full)
    return plain if len(plain.items) > 1 else one(Text(HOLE, (full,)))


def _beginning(holder: Value) -> str:
    """What stands before the keys of a section in their whole names: ``A:``."""
    if isinstance(holder, Foreign) and holder.name.startswith(SECTION):
        return f"{holder.name.removeprefix(SECTION)}:"
    return ""


def read_configuration(world: World, holder: Value, method: str, args: Arguments) -> Values | None:
    """``configuration.GetValue<string>("A:B")`` and ``GetSection("A")``."""
    if method not in _READERS or not is_configuration(holder):
        return None
    found: list[Values] = []
    for key in known_texts(argument(args, 0)):
        if method.endswith("Section"):
            found.append(one(Foreign(f"{SECTION}{_beginning(holder)}{key}", ("", 0))))
        else:
            path = f"ConnectionStrings:{key}" if "Connection" in method else key
            found.append(configured(world, holder, path))
    return join(*found) if found else UNKNOWN


def option_of(world: World, cls: str, name: str) -> Values | None:
    """A field of a class of options: what the settings files hold under its name."""
    if not cls.endswith(_OPTIONS):
        return None
    section = cls
    for ending in _OPTIONS:
        section = section.removesuffix(ending)
    for key in (f"{section}.{name}", f"{cls}.{name}"):
        found = setting(world, key)
        if found.items:
            return found
    return None


def _list(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``new List<T>()``."""
    given = argument(args, 0)
    return (
        given
        if given is not None and given.items
        else one(world.heap.sequence((place.path, place.line), ()))
    )


def _map(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``new Dictionary<K, V>()``."""
    return one(world.heap.table((place.path, place.line), ()))


_LISTS = ("List", "HashSet", "Queue", "Stack")
_MAPS = ("Dictionary", "ConcurrentDictionary", "SortedDictionary")
_FIRST = (
    "System.Uri", "System.Net.Http.StringContent", "System.Text.Json.JsonSerializer.Serialize",
    "System.Net.Http.Json.JsonContent.Create", "System.Threading.Tasks.Task.FromResult",
    "System.Environment.ExpandEnvironmentVariables", "Microsoft.Extensions.Options.Options.Create",
)  # fmt: skip

LIBRARY: dict[str, LibraryFunction] = {
    **dict.fromkeys(_FIRST, first),
    **{f"System.Collections.Generic.{name}": _list for name in _LISTS},
    **{f"System.Collections.Generic.{name}": _map for name in _MAPS},
    "System.Collections.Concurrent.ConcurrentDictionary": _map,
    **dict.fromkeys(("System.Environment.Exit", "System.Environment.FailFast"), ended),
    "System.Environment.GetEnvironmentVariable": environment,
    "System.String.Format": unknown,
    "System.String.Join": unknown,
}

#: The types that are spoken of here.
TYPES = frozenset({*LIBRARY, "System.Net.Http.HttpRequestMessage"}) | {
    name.rpartition(".")[0] for name in LIBRARY
}
