"""Slots, conditions and targets: the parts that every kind of SDK rule shares."""

from __future__ import annotations

from auditor.model.catalog import Slot, Target, Template, When
from auditor.rulebook.read_yaml import Data
from auditor.rulebook.record import Record

_UNITS = {"s": 1, "ms": 1000}


def read_slot(record: Record, key: str) -> Slot | None:
    """The slot at ``key``: a keyword, a position, a list of both, or a mapping."""
    value = record.raw(key)
    if value is None:
        return None
    if not isinstance(value, dict):
        return Slot(args=_args(record, key, value))
    inner = record.child(key)
    assert inner is not None
    slot = read_slot_of(inner)
    inner.done()
    return slot


def read_slot_of(record: Record) -> Slot:
    """The slot that a mapping describes; further keys are the caller's."""
    default = record.raw("default")
    if isinstance(default, (list, dict)):
        record.complain("default", "default: expected a word or a number")
        default = None
    unit = record.text("unit") or "s"
    if unit not in _UNITS:
        record.complain("unit", f"unit: '{unit}' is neither s nor ms")
    return Slot(
        args=_args(record, "arg", record.raw("arg")),
        within=record.texts("within"),
        attributes=record.texts("attribute"),
        env=record.texts("env"),
        settings=record.texts("setting"),
        default=default,
        grammar=record.reference("grammar", "grammar"),
        per_second=_UNITS.get(unit, 1),
    )


def _args(record: Record, key: str, value: Data) -> tuple[str | int, ...]:
    """Keywords and positions; a bare word or number is a list of one."""
    items = value if isinstance(value, list) else [] if value is None else [value]
    for item in items:
        if isinstance(item, bool) or not isinstance(item, (str, int)):
            record.complain(key, f"{key}: expected argument names and positions, found {item!r}")
    return tuple(x for x in items if isinstance(x, (str, int)) and not isinstance(x, bool))


def read_slots(record: Record, key: str) -> dict[str, Slot]:
    """A mapping from words to slots."""
    inner = record.child(key)
    if inner is None:
        return {}
    return {name: slot for name in inner.words() if (slot := read_slot(inner, name))}


def read_when(record: Record, key: str = "when") -> When | None:
    """The condition at ``key``, if there is one."""
    inner = record.child(key)
    if inner is None:
        return None
    values = inner.raw("equals")
    items = values if isinstance(values, list) else [] if values is None else [values]
    when = When(
        slot=read_slot_of(inner),
        # `equals: [true]` means the text that Python code shows: True
        equals=tuple(str(item) for item in items),
        present=inner.flag("present") if "present" in inner else None,
        starts=inner.texts("starts"),
    )
    if not (when.equals or when.starts) and when.present is None:
        record.complain(key, f"{key}: needs 'equals', 'starts' or 'present'")
    inner.done()
    return when


def read_target(record: Record) -> Target:
    """The target keys of a rule; each is optional."""
    return Target(
        platform=record.reference("platform", "platform"),
        vendor=record.reference("vendor", "vendor"),
        model=read_slot(record, "model"),
        provider=read_slot(record, "provider"),
        base_url=read_slot(record, "base_url"),
        key=read_slot(record, "key"),
        timeout=read_slot(record, "timeout"),
        retries=read_slot(record, "retries"),
        region=read_slot(record, "region"),
        carries=read_slot(record, "carries"),
        program=read_slot(record, "program"),
    )


def read_templates(record: Record) -> tuple[Template, ...]:
    """The ``templates`` of a library or framework: what its classes run of their subclasses."""
    found: list[Template] = []
    for inner in record.children("templates"):
        template = Template(inner.texts("base"), inner.texts("methods"), inner.texts("runs"))
        for key, names in (("base", template.bases), ("methods", template.methods),
                           ("runs", template.runs)):  # fmt: skip
            if not names:
                inner.complain(key, f"'{key}' is missing")
        inner.done()
        found.append(template)
    return tuple(found)
