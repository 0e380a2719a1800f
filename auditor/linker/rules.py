"""The catalogue, arranged for look-ups by qualified name and by method path."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from auditor.linker.name_tables import MethodTable, NameTable, fits
from auditor.linker.values import RuleObject, Value
from auditor.meaning.commands import Programs
from auditor.model.catalog import (
    CallRule,
    Catalog,
    Collection,
    EntryPattern,
    Framework,
    FunctionRule,
    HandOff,
    MakeRule,
    ObjectRule,
    Registry,
    Sdk,
    Setter,
    Surface,
    Template,
    Via,
)
from auditor.model.feature import FeatureSign
from auditor.model.retrier import Retrier
from auditor.rulebook.error_match import ErrorMatcher

R = TypeVar("R", CallRule, MakeRule, FeatureSign)


class Named(NamedTuple):
    """A rule and the SDK it belongs to."""

    sdk: Sdk
    rule: ObjectRule


class Implementer(NamedTuple):
    """A rule's object that stands behind an interface, and what the container gives to it."""

    sdk: Sdk
    rule: ObjectRule
    injects: tuple[tuple[str, str], ...]


class NamedFunction(NamedTuple):
    """A function rule and the SDK it belongs to."""

    sdk: Sdk
    rule: FunctionRule


class NamedPattern(NamedTuple):
    """An entry pattern and the framework it belongs to."""

    framework: Framework
    pattern: EntryPattern


class RuleIndex:
    """Every look-up the interpreter makes in the rules of one language."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.errors = ErrorMatcher(catalog, language)
        self.sdks = {sdk.id: sdk for sdk in catalog.sdks if sdk.language == language}
        self.absent = next((sdk for sdk in self.sdks.values() if sdk.absent), None)
        self.programs = Programs(catalog)
        self.frameworks = [f for f in catalog.frameworks if f.language == language]
        self.patterns: dict[str, list[tuple[Framework, EntryPattern]]] = defaultdict(list)
        for framework in self.frameworks:
            for pattern in framework.patterns:
                self.patterns[pattern.trigger].append((framework, pattern))
        self.objects: NameTable[Named] = NameTable()
        self.functions: NameTable[NamedFunction] = NameTable()
        self.decorators: NameTable[NamedFunction] = NameTable()
        self.passes: NameTable[Sdk] = NameTable()
        self.registries: NameTable[Registry] = NameTable()
        self.collections: NameTable[Collection] = NameTable()
        self.served: set[str] = set()
        self.setters: NameTable[Setter] = NameTable()
        self.templates: MethodTable[Template] = MethodTable()
        self.handoffs: NameTable[HandOff] = NameTable()
        self.handoff_methods: MethodTable[HandOff] = MethodTable()
        self._runners: NameTable[HandOff] = NameTable()
        self.entry_calls: NameTable[NamedPattern] = NameTable()
        self.entry_methods: MethodTable[NamedPattern] = MethodTable()
        self.shapes: dict[str, list[tuple[Sdk, ObjectRule, CallRule]]] = defaultdict(list)
        self.decorated: NameTable[NamedPattern] = NameTable()
        self.decorated_methods: MethodTable[NamedPattern] = MethodTable()
        self.based: NameTable[NamedPattern] = NameTable()
        self.anywhere: dict[str, list[tuple[Sdk, CallRule]]] = defaultdict(list)
        self.played: NameTable[Named] = NameTable()
        self.implementers: NameTable[Implementer] = NameTable()
        self.installable = frozenset(
            name for sdk in self.sdks.values() for rule in sdk.objects for name in rule.installed
        )
        self.provides = frozenset(n for f in self.frameworks for n in f.provides)
        self.injects: frozenset[str] = frozenset(n for f in self.frameworks for n in f.injects)
        self.roots: frozenset[str] = frozenset(
            root.partition(".")[0]
            for modules in (
                *(sdk.modules for sdk in self.sdks.values()),
                *(framework.modules for framework in self.frameworks),
            )
            for root in modules
        )
        self.constants = {name: text for sdk in self.sdks.values() for name, text in sdk.constants}
        self.features: dict[str, list[tuple[str, FeatureSign]]] = defaultdict(list)
        for feature in catalog.features:
            for sign in feature.signs:
                self.features[sign.sdk].append((feature.id, sign))
        self.retriers: NameTable[Retrier] = NameTable()
        for retrier in catalog.retriers:
            if retrier.language == language:
                self.retriers.add(retrier.decorators, retrier)
        for sdk in self.sdks.values():
            self._add_sdk(sdk)
        for framework in self.frameworks:
            self._add_framework(framework)

    def _add_sdk(self, sdk: Sdk) -> None:
        for rule in sdk.objects:
            self.objects.add(rule.make, Named(sdk, rule))
            self.played.add(rule.plays, Named(sdk, rule))
            self.implementers.add(rule.behind, Implementer(sdk, rule, rule.injects))
        for function in sdk.functions:
            self.functions.add(function.names, NamedFunction(sdk, function))
        for decorator in sdk.decorators:
            self.decorators.add(decorator.names, NamedFunction(sdk, decorator))
        self.passes.add(sdk.passes, sdk)
        for registry in sdk.registries:
            self.registries.add(registry.names, registry)
        for collection in sdk.collections:
            self.collections.add(collection.names, collection)
        self.served |= set(sdk.served)
        for setter in sdk.setters:
            self.setters.add(setter.names, setter)
        self._add_templates(sdk.templates)
        if sdk.via is Via.VENDOR_SDK:
            self._add_shapes(sdk)
        for surface in sdk.surfaces:
            if surface.id in sdk.anywhere:
                for call in surface.calls:
                    for path in call.paths:
                        self.anywhere[path].append((sdk, call))

    def _add_shapes(self, sdk: Sdk) -> None:
        """The dotted paths of the library's clients, each under its first client."""
        for made in sdk.objects:
            for surface in sdk.surfaces:
                for rule in surface.calls if surface.id == made.surface and made.client else ():
                    for path in rule.paths:
                        known = any(s is sdk for s, _, _ in self.shapes.get(path, ()))
                        if "." in path and "*" not in path and not known:
                            self.shapes[path].append((sdk, made, rule))

    def _add_templates(self, templates: tuple[Template, ...]) -> None:
        for template in templates:
            self.templates.add(template.bases, template.methods, template)

    def _add_framework(self, framework: Framework) -> None:
        self._add_templates(framework.templates)
        for handoff in framework.handoffs:
            self.handoffs.add(handoff.names, handoff)
            self.handoff_methods.add(handoff.on, handoff.methods, handoff)
            self._runners.add(handoff.on, handoff)
        for pattern in framework.patterns:
            named = NamedPattern(framework, pattern)
            if pattern.trigger == "call":
                self.entry_calls.add(pattern.calls, named)
                self.entry_methods.add(pattern.on, pattern.methods, named)
            elif pattern.trigger == "decorator":
                self.decorated.add(pattern.decorators, named)
                if pattern.on:
                    self.decorated_methods.add(pattern.on, pattern.methods, named)
            elif pattern.trigger == "base":
                self.based.add(pattern.bases, named)

    def object_rule(self, value: RuleObject) -> ObjectRule:
        """The rule of an object."""
        return next(r for r in self.sdks[value.sdk].objects if r.id == value.rule)

    def surface(self, value: RuleObject) -> Surface | None:
        """What can be done with an object."""
        return self.surface_of(value.sdk, value.rule)

    @lru_cache(maxsize=4096)  # noqa: B019 - one index lives as long as the run
    def surface_of(self, sdk: str, rule: str) -> Surface | None:
        """What can be done with the objects of a rule."""
        wanted = next((r.surface for r in self.sdks[sdk].objects if r.id == rule), None)
        return next((s for s in self.sdks[sdk].surfaces if s.id == wanted), None)

    def runs_functions(self, name: str) -> bool:
        """Whether what a call of this name gives runs the functions that it was handed."""
        return bool(self._runners.find(name))

    def pipes(self, value: Value) -> bool:
        """Whether ``a | value`` gives an object that asks whom ``value`` asks."""
        return isinstance(value, RuleObject) and self.object_rule(value).pipes

    @lru_cache(maxsize=16384)  # noqa: B019 - one index lives as long as the run
    def speaks_of(self, name: str) -> bool:
        """Whether any rule names this, or a member of it."""
        names, wild = self._named
        return name in names or any(fits(pattern, name) for pattern in wild)

    @cached_property
    def _named(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """Put together when it is first asked for: few languages ask."""
        return _named_in(self.sdks.values(), self.frameworks, self.errors.types)

    def knows(self, name: str) -> bool:
        """Whether any rule speaks of this qualified name."""
        return bool(
            self.objects.find(name)
            or self.functions.find(name)
            or self.entry_calls.find(name)
            or self.handoffs.find(name)
        )


def release_of(version: str) -> tuple[int, ...]:
    """A version's leading numbers: ``1.22.0rc1`` is (1, 22, 0)."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def find_path(rules: tuple[R, ...], path: str) -> R | None:
    """The first rule with this path; ``*`` in a path stands for one segment."""
    for rule in rules:
        for wanted in rule.paths:
            if wanted == path or ("*" in wanted and fits(wanted, path)):
                return rule
    return None


def leads_on(surface: Surface, path: str) -> bool:
    """Whether a longer path of the surface goes through this one."""
    start = f"{path}."
    ways = (*surface.calls, *surface.retargets, *surface.takes)
    return any(p.startswith(start) for rule in ways for p in rule.paths) or any(
        p.startswith(start) for made in surface.makes for p in made.paths
    )


def _named_in(
    sdks: Iterable[Sdk], frameworks: Iterable[Framework], errors: Iterable[str]
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The names in these rules with all that they are members of, and those that are patterns."""
    names: set[str] = set(errors)
    for sdk in sdks:
        for made in sdk.objects:
            names.update((*made.make, *made.plays, *made.behind))
        for function in (*sdk.functions, *sdk.decorators):
            names.update(function.names)
        names.update(sdk.passes)
        names.update(name for name, _ in sdk.constants)
        for template in sdk.templates:
            names.update(template.bases)
    for framework in frameworks:
        names.update((*framework.injects, *framework.provides))
        for pattern in framework.patterns:
            names.update((*pattern.on, *pattern.decorators, *pattern.calls, *pattern.bases))
        for handoff in framework.handoffs:
            names.update((*handoff.on, *handoff.names))
        for mount in framework.mounts:
            names.update(mount.routers)
    exact = {n for n in names if "*" not in n}
    above = {".".join(n.split(".")[:end]) for n in exact for end in range(1, n.count(".") + 1)}
    typed = {n for n in above if n.rpartition(".")[2][:1].isupper()}
    wild = {n for n in names if "*" in n}
    wild |= {n.rpartition(".")[0] for n in wild if n.rpartition(".")[0][-1:].isalnum()}
    return frozenset(exact | typed), tuple(n for n in sorted(wild) if "*" in n)
