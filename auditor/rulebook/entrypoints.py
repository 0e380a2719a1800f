"""``entrypoints/ID/entrypoint.yaml``: how a framework finds the functions that others call."""

from __future__ import annotations

from auditor.model.catalog import EntryPattern, Framework, HandOff, Mount, Slot
from auditor.rulebook.record import Record
from auditor.rulebook.slots import read_slot, read_slots, read_templates

_TRIGGERS = ("decorator", "call", "base", "name", "module", "main", "script", "directive")
_KINDS = ("http", "cli", "task", "schedule", "event", "main", "graph", "bot", "notebook")
# Rules that name no language speak of the one the program read first.
_FIRST_LANGUAGE = "python"


def language_of(record: Record) -> str:
    """The language whose code the framework's patterns describe."""
    return record.text("language") or _FIRST_LANGUAGE


def read_framework(record: Record) -> Framework:
    """One framework: entry patterns, mounts, hand-offs, injected parameters."""
    framework = Framework(
        id=record.need("id"),
        name=record.need("name"),
        language=language_of(record),
        modules=record.texts("modules"),
        patterns=_patterns(record),
        mounts=tuple(_mount(inner) for inner in record.children("mounts")),
        handoffs=tuple(_handoff(inner) for inner in record.children("handoffs")),
        injects=record.texts("injects"),
        templates=read_templates(record),
        provides=record.texts("provides"),
    )
    record.done()
    return framework


def _patterns(record: Record) -> tuple[EntryPattern, ...]:
    patterns: dict[str, EntryPattern] = {}
    for inner in record.children("patterns"):
        pattern = _pattern(inner)
        if pattern.id in patterns:
            inner.complain("id", f"pattern '{pattern.id}' twice")
        patterns[pattern.id] = pattern
    return tuple(patterns.values())


def _pattern(record: Record) -> EntryPattern:
    trigger = _trigger(record)
    inner = record.child(trigger) or Record({}, record.place, record.problems)
    names = inner.texts("names") if trigger in ("decorator", "call") else ()
    kind = record.need("kind")
    if kind and kind not in _KINDS:
        record.complain("kind", f"kind: '{kind}' is none of {', '.join(_KINDS)}")
    pattern = EntryPattern(
        id=record.need("id"),
        kind=kind,
        title=record.need("title"),
        trigger=trigger,
        decorators=names if trigger == "decorator" else (),
        calls=names if trigger == "call" else (),
        on=inner.texts("on") if trigger in ("decorator", "call") else (),
        methods=inner.texts("methods") if trigger in ("decorator", "call", "base") else (),
        bases=inner.texts("classes") if trigger == "base" else (),
        functions=inner.texts("functions") if trigger == "name" else (),
        files=inner.texts("files") if trigger in ("name", "module") else (),
        directive=inner.need("text") if trigger == "directive" else "",
        route=record.text("route") or "",
        handler=read_slot(inner, "handler") if trigger in ("decorator", "call") else None,
        args=read_slots(record, "args"),
    )
    inner.done()
    record.done()
    return pattern


def _trigger(record: Record) -> str:
    """The one trigger group that a pattern has."""
    present = [name for name in _TRIGGERS if name in record]
    if len(present) != 1:
        record.complain("id", f"a pattern has exactly one of {', '.join(_TRIGGERS)}")
    return present[0] if present else "module"


def _mount(record: Record) -> Mount:
    mount = Mount(
        routers=record.texts("routers"),
        prefix=read_slot(record, "prefix") or Slot(),
        methods=record.texts("methods"),
        router=read_slot(record, "router"),
        mounted_prefix=read_slot(record, "mounted_prefix"),
        replaces=record.flag("replaces"),
    )
    record.done()
    return mount


def _handoff(record: Record) -> HandOff:
    """``function: self`` (the receiver itself runs) arrives as the keyword ``self``."""
    handoff = HandOff(
        names=record.texts("names"),
        on=record.texts("on"),
        methods=record.texts("methods"),
        function=read_slot(record, "function"),
        args_from=record.number("args_from"),
        deferred=record.flag("deferred"),
        held=record.flag("held"),
        spread=read_slot(record, "spread"),
        keywords=read_slot(record, "keywords"),
        runs=record.texts("runs"),
        made=record.flag("made"),
        instead=record.flag("instead"),
        unsure=record.texts("unsure"),
    )
    record.done()
    return handoff
