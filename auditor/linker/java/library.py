"""What the standard library of Java, and a few libraries everybody uses, do with values."""

from __future__ import annotations

from auditor.linker.common_library import ENVIRONMENT, environment, first, text, unknown
from auditor.linker.conditions import or_else
from auditor.linker.deployed import variable
from auditor.linker.dialect import LibraryFunction
from auditor.linker.endings import ended
from auditor.linker.frame import Frame
from auditor.linker.java.kotlin import KOTLIN_LIBRARY
from auditor.linker.objects.collections import format_text, list_of, optional
from auditor.linker.objects.settings import placeholder, setting_function
from auditor.linker.values import (
    UNKNOWN,
    Arguments,
    Constant,
    Text,
    Values,
    argument,
    known_texts,
    one,
)
from auditor.linker.world import Place, World


def _env(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``System.getenv("KEY")``; without a key, the mapping of all of them."""
    return environment(world, frame, args, place) if args else one(ENVIRONMENT)


def _property(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``System.getProperty("key", "default")``."""
    names, default = known_texts(argument(args, 0)), argument(args, 1)
    if default is not None:
        kept = (Text(v.text, tuple(names)) if isinstance(v, Text) else v for v in default.items)
        return Values(tuple(kept))
    found = [v for name in names for v in variable(world, name).items]
    return Values(tuple(found)) if found else UNKNOWN


def _collection(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``new ArrayList<>(items)``: empty, or what it is made from."""
    given = argument(args, 0)
    numbered = given is None or all(isinstance(v, Constant) for v in given.items)
    return one(world.heap.sequence((place.path, place.line), ())) if numbered else given or UNKNOWN


def _map(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Map.of("a", x, "b", y)``."""
    values = [arg.values for arg in args if arg.name is None]
    entries = [
        (key.text if isinstance(key, Text) and key.known else "*", value)
        for keys, value in zip(values[::2], values[1::2], strict=False)
        for key in keys.items
    ]
    return one(world.heap.table((place.path, place.line), tuple(entries)))


def _empty_map(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``new HashMap<>(other)``."""
    given = argument(args, 0)
    if given is not None and not all(isinstance(v, Constant) for v in given.items):
        return given
    return one(world.heap.table((place.path, place.line), ()))


def _optional(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Optional.ofNullable(x)``."""
    return optional(world, args[0].values if args else one(Constant(None)), place)


def _or_else(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Objects.requireNonNullElse(x, y)``: the first unless it is missing."""
    return or_else(argument(args, 0) or UNKNOWN, argument(args, 1) or UNKNOWN)


_FIRST = (
    "java.net.URI.create", "java.net.URI", "java.net.URL", "java.util.Objects.requireNonNull",
    "java.util.List.copyOf", "java.util.Map.copyOf", "java.util.Set.copyOf",
    "java.util.Collections.unmodifiableList", "java.util.Collections.unmodifiableMap",
    "java.util.stream.Stream.concat", "java.util.function.Function.identity",
    "org.springframework.web.util.UriComponentsBuilder.fromHttpUrl",
    "org.springframework.web.util.UriComponentsBuilder.fromUriString",
    "okhttp3.HttpUrl.parse", "okhttp3.HttpUrl.get", "java.lang.Integer.parseInt",
    "java.lang.Integer.valueOf", "java.lang.Boolean.parseBoolean", "java.lang.Long.parseLong",
)  # fmt: skip
_LISTS = (
    "java.util.List.of", "java.util.Set.of", "java.util.Arrays.asList",
    "java.util.stream.Stream.of",
    "java.util.Collections.singletonList", "java.util.Collections.emptyList",
    "java.util.Arrays.stream",
)  # fmt: skip
_COLLECTIONS = ("ArrayList", "LinkedList", "HashSet", "LinkedHashSet", "ArrayDeque")
_MAPS = ("HashMap", "LinkedHashMap", "TreeMap", "concurrent.ConcurrentHashMap", "EnumMap")
_OPTIONALS = ("of", "ofNullable", "empty")

LIBRARY: dict[str, LibraryFunction] = {
    **KOTLIN_LIBRARY,
    **dict.fromkeys(_FIRST, first),
    **dict.fromkeys(_LISTS, list_of),
    **{f"java.util.{name}": _collection for name in _COLLECTIONS},
    **{f"java.util.{name}": _empty_map for name in _MAPS},
    **{f"java.util.Optional.{name}": _optional for name in _OPTIONALS},
    "java.util.concurrent.CopyOnWriteArrayList": _collection,
    "java.util.Map.of": _map,
    "java.lang.System.exit": ended,
    "java.lang.System.getenv": _env,
    "os.environ.get": _env,
    "os.environ.getOrDefault": _property,
    "java.lang.System.getProperty": _property,
    "java.lang.String.valueOf": text,
    "java.lang.String": text,
    "java.lang.String.format": format_text,
    "java.lang.String.join": unknown,
    "java.util.Objects.requireNonNullElse": _or_else,
    "org.apache.commons.lang3.StringUtils.defaultIfBlank": _or_else,
    "org.apache.commons.lang3.StringUtils.defaultString": _or_else,
    "org.apache.commons.lang3.ObjectUtils.defaultIfNull": _or_else,
}

_VALUES = (
    "org.springframework.beans.factory.annotation.Value", "io.micronaut.context.annotation.Value",
    "io.micronaut.context.annotation.Property",
    "org.eclipse.microprofile.config.inject.ConfigProperty",
)  # fmt: skip

#: What a field or parameter holds that is annotated so.
ANNOTATIONS: dict[str, LibraryFunction] = dict.fromkeys(_VALUES, placeholder)

#: Readers of settings, as methods of whatever object has them.
SETTINGS: dict[str, LibraryFunction] = {
    "org.springframework.core.env.Environment.getProperty": setting_function,
    "org.springframework.core.env.Environment.getRequiredProperty": setting_function,
    "org.eclipse.microprofile.config.Config.getValue": setting_function,
}

#: The types that are spoken of here.
TYPES = frozenset({*LIBRARY, *ANNOTATIONS}) | {
    name.rpartition(".")[0] for name in (*LIBRARY, *SETTINGS)
}
