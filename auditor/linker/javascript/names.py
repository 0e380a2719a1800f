"""Bare names that no scope binds: the words of the language and the globals of its hosts."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.values import ClassRef, External, Module, Super, Value
from auditor.linker.world import World

#: In front of every global's qualified name.
GLOBAL = "globalThis"
#: Other names of the global object.
_GLOBAL_OBJECTS = frozenset({"globalThis", "window", "global", "self"})
_GLOBALS = frozenset({
    "AbortController", "AbortSignal", "AggregateError", "Array", "ArrayBuffer", "Boolean", "Buffer",
    "Bun", "Date", "Deno", "Error", "EventSource", "EventTarget", "FormData", "Function", "Headers",
    "Intl", "JSON", "Map", "Math", "Number", "Object", "Promise", "Proxy", "RangeError",
    "ReadableStream", "Reflect", "RegExp", "Request", "Response", "Set", "String", "Symbol",
    "SyntaxError", "TextDecoder", "TextEncoder", "TransformStream", "TypeError", "URL",
    "URLSearchParams", "WeakMap", "WeakSet", "WebSocket", "Worker", "WritableStream",
    "XMLHttpRequest", "addEventListener", "atob", "btoa", "chrome", "clearInterval",
    "clearTimeout", "console", "crypto", "decodeURIComponent", "document", "encodeURIComponent",
    "fetch", "import", "isNaN", "localStorage", "navigator", "parseFloat", "parseInt", "process",
    "queueMicrotask", "require", "sessionStorage", "setImmediate", "setInterval", "setTimeout",
    "structuredClone",
})  # fmt: skip


def name_of(world: World, frame: Frame, name: str) -> Value | None:
    """What ``name`` means where nothing binds it; None where nobody knows."""
    if name == "super":
        known = frame.receiver is not None and frame.cls is not None
        return Super(frame.receiver, frame.cls) if known else None  # type: ignore[arg-type]
    if name == "this":
        # In the initialiser of a field, and in static methods: what the class declares.
        return ClassRef(frame.cls) if frame.cls is not None else None
    if name in ("module", "exports"):
        return Module(frame.path)
    if name in _GLOBAL_OBJECTS:
        return External(GLOBAL)
    qualified = f"{GLOBAL}.{name}"
    # Frameworks that import for their users add globals: rules know them by the same name.
    if name in _GLOBALS or world.rules.knows(qualified):
        return External(qualified)
    return None
