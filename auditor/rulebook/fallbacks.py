"""``fallbacks/ID/fallback.yaml``: how libraries fail over by themselves, laid over their rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from auditor.model.catalog import (
    CallRule,
    Fallback,
    FunctionRule,
    Groups,
    ObjectRule,
    Release,
    Sdk,
    Slot,
    Surface,
    Target,
)
from auditor.rulebook.errors import read_classes
from auditor.rulebook.record import Record
from auditor.rulebook.slots import read_slot

#: The parts of a library's rules that may fail over, as ``on`` names them.
PARTS = ("functions", "objects", "calls", "retargets", "decorators")


@dataclass(frozen=True, slots=True)
class Overlay:
    """One mechanism and the rules of the libraries that have it."""

    language: str
    sdks: tuple[str, ...]
    on: dict[str, tuple[str, ...]]
    fallback: Fallback | None
    groups: Groups | None

    def covers(self, sdk: Sdk) -> bool:
        """Whether it is laid over the rules of this library."""
        return sdk.language == self.language and sdk.id in self.sdks


def read_fallbacks(record: Record) -> tuple[Overlay, ...]:
    """Everything that one file says; each of its ``ways`` belongs to the same libraries."""
    identity, name = record.need("id"), record.need("name")
    language = record.need("language")
    sdks = record.texts("sdk")
    for sdk in sdks:
        record.refer("sdk", sdk, f"{language} sdk")
    record.texts("sources")
    ways = tuple(_way(inner, identity, name, (language, sdks)) for inner in record.children("ways"))
    record.done()
    return ways


def _way(
    record: Record, identity: str, name: str, libraries: tuple[str, tuple[str, ...]]
) -> Overlay:
    inner = record.child("on")
    on = {part: inner.texts(part) for part in PARTS} if inner is not None else {}
    if inner is not None:
        inner.done()
    if not any(on.values()):
        record.complain("on", "'on' names no rule")
    groups = record.child("groups")
    found = Overlay(
        *libraries,
        on,
        None if groups is not None else _fallback(record, identity, name),
        None if groups is None else _groups(groups, identity, name),
    )
    record.done()
    return found


def _fallback(record: Record, identity: str, name: str) -> Fallback:
    return Fallback(
        id=identity,
        name=name,
        entries=_needed(record, "entries"),
        primary=record.flag("primary"),
        inherits=record.flag("inherits"),
        fires=read_classes(record, "fires"),
        catches=read_slot(record, "catches"),
        statuses=read_slot(record, "statuses"),
        held=record.flag("held"),
        gateway=record.reference("gateway", "platform"),
        before=tuple(_release(inner) for inner in record.children("before")),
    )


def _release(record: Record) -> Release:
    found = Release(record.need("package"), record.need("version"), read_classes(record, "fires"))
    record.done()
    return found


def _groups(record: Record, identity: str, name: str) -> Groups:
    found = Groups(
        id=identity,
        name=name,
        entries=_needed(record, "entries"),
        key=record.need("key"),
        params=record.need("params"),
        like=record.need("like"),
        model=_needed(record, "model"),
        after=read_slot(record, "after"),
        default=read_slot(record, "default"),
    )
    record.done()
    return found


def _needed(record: Record, key: str) -> Slot:
    slot = read_slot(record, key)
    if slot is None:
        record.complain(key, f"'{key}' is missing")
    return slot or Slot()


def overlaid(sdks: Iterable[Sdk], overlays: Iterable[Overlay]) -> tuple[Sdk, ...]:
    """The libraries with everything laid over them that belongs to them."""
    everything = list(overlays)
    found: list[Sdk] = []
    for sdk in sdks:
        mine = [o for o in everything if o.covers(sdk)]
        found.append(_with(sdk, mine) if mine else sdk)
    return tuple(found)


def _with(sdk: Sdk, overlays: list[Overlay]) -> Sdk:
    return replace(
        sdk,
        functions=tuple(_function(f, overlays, "functions") for f in sdk.functions),
        decorators=tuple(_function(f, overlays, "decorators") for f in sdk.decorators),
        objects=tuple(_object(o, overlays) for o in sdk.objects),
        surfaces=tuple(_surface(s, overlays) for s in sdk.surfaces),
    )


def _function(rule: FunctionRule, overlays: list[Overlay], part: str) -> FunctionRule:
    return replace(rule, target=_target(rule.target, rule.names, overlays, part))


def _object(rule: ObjectRule, overlays: list[Overlay]) -> ObjectRule:
    return replace(rule, target=_target(rule.target, (rule.id,), overlays, "objects"))


def _surface(surface: Surface, overlays: list[Overlay]) -> Surface:
    return replace(
        surface,
        calls=tuple(_call(c, overlays, "calls") for c in surface.calls),
        retargets=tuple(_call(c, overlays, "retargets") for c in surface.retargets),
    )


def _call(rule: CallRule, overlays: list[Overlay], part: str) -> CallRule:
    return replace(rule, target=_target(rule.target, rule.paths, overlays, part))


def _target(target: Target, names: tuple[str, ...], overlays: list[Overlay], part: str) -> Target:
    mine = [o for o in overlays if set(o.on.get(part, ())) & set(names)]
    if not mine:
        return target
    return replace(
        target,
        fallbacks=(*target.fallbacks, *(o.fallback for o in mine if o.fallback is not None)),
        groups=next((o.groups for o in mine if o.groups is not None), target.groups),
    )


def unmatched(sdks: Iterable[Sdk], overlay: Overlay) -> list[str]:
    """What ``on`` names that the rules of its libraries do not know."""
    known: dict[str, set[str]] = {part: set() for part in PARTS}
    for sdk in sdks:
        if overlay.covers(sdk):
            known["functions"].update(n for f in sdk.functions for n in f.names)
            known["decorators"].update(n for f in sdk.decorators for n in f.names)
            known["objects"].update(o.id for o in sdk.objects)
            known["calls"].update(p for s in sdk.surfaces for c in s.calls for p in c.paths)
            known["retargets"].update(p for s in sdk.surfaces for c in s.retargets for p in c.paths)
    return [n for part, names in overlay.on.items() for n in names if n not in known[part]]
