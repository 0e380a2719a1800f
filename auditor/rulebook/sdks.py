"""``sdks/LANGUAGE/ID/sdk.yaml``: what code of one language does with one library."""

from __future__ import annotations

from auditor.model.catalog import (
    CallKind,
    CallRule,
    Collection,
    FunctionRule,
    MakeRule,
    ObjectRule,
    Registry,
    Sdk,
    Setter,
    Slot,
    Surface,
    Via,
)
from auditor.rulebook.also import below_all_paths
from auditor.rulebook.problems import suggest
from auditor.rulebook.record import Record
from auditor.rulebook.slots import read_slot, read_target, read_templates, read_when


def read_sdk(record: Record, language: str) -> Sdk:
    """One library; names of objects and surfaces must be those of the same file."""
    record.need("via")
    surfaces = record.child("surfaces")
    surface_ids = surfaces.words() if surfaces else ()
    objects = _objects(record, surface_ids)
    object_ids = tuple(rule.id for rule in objects)
    sdk = Sdk(
        id=record.need("id"),
        name=record.need("name"),
        language=language,
        via=record.choice("via", Via) or Via.VENDOR_SDK,
        packages=record.texts("packages"),
        modules=record.texts("modules"),
        objects=objects,
        surfaces=tuple(
            _surface(name, inner, object_ids)
            for name, inner in (surfaces.entries() if surfaces else ())
        ),
        functions=tuple(_function(inner) for inner in record.children("functions")),
        decorators=tuple(_decorator(inner) for inner in record.children("decorators")),
        passes=record.texts("passes"),
        anywhere=record.texts("anywhere"),
        registries=tuple(_registry(inner) for inner in record.children("registries")),
        collections=tuple(_collection(inner) for inner in record.children("collections")),
        setters=tuple(_setter(inner) for inner in record.children("sets")),
        templates=read_templates(record),
        served=record.texts("served"),
        absent=record.flag("absent"),
        constants=_constants(record),
    )
    record.done()
    return sdk


def _objects(record: Record, surfaces: tuple[str, ...]) -> tuple[ObjectRule, ...]:
    rules: dict[str, ObjectRule] = {}
    for inner in record.children("objects"):
        rule = ObjectRule(
            id=inner.need("id"),
            make=inner.texts("make"),
            surface=inner.need("surface"),
            kind=inner.choice("kind", CallKind),
            target=read_target(inner),
            when=read_when(inner),
            client=inner.flag("client", default=True),
            pipes=inner.flag("pipes"),
            hollow=inner.flag("hollow"),
            plays=inner.texts("plays"),
            behind=inner.texts("behind"),
            injects=tuple(inner.mapping("injects").items()),
            installed=inner.texts("installed"),
        )
        if rule.surface:
            _must_exist(inner, "surface", rule.surface, surfaces)
        if rule.id in rules:
            inner.complain("id", f"object '{rule.id}' twice")
        inner.done()
        rules[rule.id] = rule
    return tuple(rules.values())


def _must_exist(record: Record, key: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        record.complain(key, f"{key}: no {key} '{name}' in this file{suggest(name, known)}")


def _surface(name: str, record: Record, objects: tuple[str, ...]) -> Surface:
    surface = Surface(
        id=name,
        calls=tuple(_call(inner) for inner in record.children("calls")),
        makes=tuple(_make(inner, objects) for inner in record.children("makes")),
        same=record.texts("same"),
        retargets=tuple(_call(inner) for inner in record.children("retargets")),
        takes=tuple(_call(inner) for inner in record.children("takes")),
        fluent=record.flag("fluent"),
    )
    record.done()
    return surface


def _paths(record: Record, key: str) -> tuple[str, ...]:
    """One or more names; none at all is a mistake."""
    paths = record.texts(key)
    if not paths and record.raw(key) is None:
        record.complain(key, f"'{key}' is missing")
    return paths


def _call(record: Record) -> CallRule:
    rule = CallRule(
        paths=_paths(record, "path"),
        kind=record.choice("kind", CallKind),
        target=read_target(record),
        when=read_when(record),
        stream=record.flag("stream"),
        late=record.flag("late"),
        url=read_slot(record, "url"),
        body=read_slot(record, "body"),
    )
    record.done()
    return rule


def _make(record: Record, objects: tuple[str, ...]) -> MakeRule:
    rule = MakeRule(
        paths=_paths(record, "path"), object=record.need("object"), target=read_target(record)
    )
    if rule.object:
        _must_exist(record, "object", rule.object, objects)
    record.done()
    return rule


def _registry(record: Record) -> Registry:
    rule = Registry(names=_paths(record, "name"), otherwise=record.text("otherwise"))
    record.done()
    return rule


def _constants(record: Record) -> tuple[tuple[str, str], ...]:
    """``prefix: {Name: text}``: the qualified names with their texts."""
    prefixes = record.child("constants")
    listed = {
        f"{prefix}.{name}": inner.need(name)
        for prefix, inner in (prefixes.entries() if prefixes else ())
        for name in inner.words()
    }
    return tuple(below_all_paths(record, listed, "constant").items())


def _collection(record: Record) -> Collection:
    rule = Collection(
        names=_paths(record, "name"), attribute=record.need("attribute"), by=_paths(record, "by")
    )
    record.done()
    return rule


def _setter(record: Record) -> Setter:
    rule = Setter(
        names=_paths(record, "name"),
        attribute=record.need("attribute"),
        to=read_slot(record, "to") or Slot(args=(0,)),
    )
    record.done()
    return rule


def _function(record: Record) -> FunctionRule:
    """A function; where its URL decides what it asks for, the kind may be left out."""
    url = read_slot(record, "url")
    kind = record.choice("kind", CallKind)
    if kind is None and url is None and "kind" not in record:
        record.complain("kind", "'kind' is missing")
    rule = FunctionRule(
        names=_paths(record, "name"),
        kind=kind or CallKind.OTHER,
        stream=record.flag("stream"),
        late=record.flag("late"),
        target=read_target(record),
        when=read_when(record),
        url=url,
        body=read_slot(record, "body"),
    )
    record.done()
    return rule


def _decorator(record: Record) -> FunctionRule:
    """As a function; one that lies over another asks nothing by itself and so has no kind."""
    if not record.flag("over"):
        return _function(record)
    rule = FunctionRule(_paths(record, "name"), CallKind.OTHER, read_target(record), over=True)
    record.done()
    return rule
