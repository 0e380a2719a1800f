"""A handler that sleeps through outages is made to catch all that an outage shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import libcst as cst

from auditor.checks.handlers import Handler
from auditor.model.behaviour import OUTAGE_CLASSES
from auditor.model.catalog import Catalog
from auditor.model.remedy import Edit, Patch
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.names import Names
from auditor.remedy.source import CannotEdit, Source, dotted
from auditor.remedy.statuses import wider_conditions
from auditor.remedy.timeouts import quicker
from auditor.rulebook.error_match import ErrorMatcher

_NEEDED = frozenset(OUTAGE_CLASSES)
_BUILTIN = "builtins."


def is_wide(bench: Bench) -> bool:
    """Whether no handler around the call of a finding leaves anything of an outage out."""
    call = bench.call()
    language, sdk = bench.library(call)
    matcher = ErrorMatcher(bench.case.catalog, language)
    return all(matcher.caught(h.types, sdk) >= _NEEDED for h in bench.case.handlers(call))


def widen(bench: Bench) -> Patch:
    """The handler around the call of a finding catches the type above those that it names.

    Raises ``CannotEdit`` where there is no such handler, or where its wider form would take from
    another handler what is meant for that.
    """
    call = bench.call()
    for handler in bench.case.handlers(call):
        if handler.types:
            return _widened(bench, call, handler)
    raise CannotEdit("no handler stands around the call: what decides lies elsewhere")


def _widened(bench: Bench, call: CallReport, handler: Handler) -> Patch:
    source = bench.source(handler.path)
    node = _node(source, handler)
    names = Names(source)
    given = [_plain(name) for name in handler.types]
    conditions = tuple(wider_conditions(source, node))
    if conditions and _caught(bench, call, given) >= _NEEDED:
        says = f"go on after every error at {handler.path}:{handler.line} but a wrong request"
        patch = Patch(bench.finding, "wider-handler", says, conditions, is_safe=True)
        return patch.with_more(quicker(bench))
    wider = wider_types(bench.case.catalog, bench.library(call), given)
    _refuse_shadowing(source, node)
    edits, said = _edits(source, names, node, wider)
    was = ", ".join(name.rpartition(".")[2] for name in given)
    says = f"catch {' and '.join(said)}, not {was} alone"
    says += ", and go on unless the request was wrong" if conditions else ""
    patch = Patch(bench.finding, "wider-handler", says, (*edits, *conditions), is_safe=True)
    return patch.with_more(quicker(bench))


def _caught(bench: Bench, call: CallReport, types: Sequence[str]) -> frozenset[str]:
    """What of an outage a handler for some types catches."""
    language, sdk = bench.library(call)
    return ErrorMatcher(bench.case.catalog, language).caught(tuple(types), sdk)


def _node(source: Source, handler: Handler) -> cst.ExceptHandler:
    found = source.handlers(handler.line)
    if len(found) != 1 or found[0].type is None:
        raise CannotEdit(f"the handler at {handler.path}:{handler.line} is not understood")
    return found[0]


def _edits(
    source: Source, names: Names, node: cst.ExceptHandler, wider: Sequence[str]
) -> tuple[tuple[Edit, ...], list[str]]:
    """The edits, and the types as the file now calls them."""
    assert node.type is not None
    edits: list[Edit] = []
    said: list[str] = []
    for name in wider:
        text, more = _sibling(source, names, node, name) or names.refer(name)
        said.append(text)
        edits += more
    kept = [source.code(old) for old in _old(node) if _plain(names.meaning(dotted(old))) in wider]
    shown = list(dict.fromkeys([*kept, *said]))
    text = shown[0] if len(shown) == 1 else f"({', '.join(shown)})"
    return (*edits, source.replaced(node.type, text)), said


def _old(node: cst.ExceptHandler) -> list[cst.BaseExpression]:
    """The types that a handler names now."""
    if isinstance(node.type, cst.Tuple):
        return [element.value for element in node.type.elements]
    return [node.type] if node.type is not None else []


def _sibling(
    source: Source, names: Names, node: cst.ExceptHandler, name: str
) -> tuple[str, tuple[Edit, ...]] | None:
    """The type as a neighbour of one that the handler names, so written in the same way."""
    for old in _old(node):
        meaning = names.meaning(dotted(old))
        same = meaning.rpartition(".")[0] == name.rpartition(".")[0]
        if isinstance(old, cst.Attribute) and same:
            return f"{source.code(old.value)}.{name.rpartition('.')[2]}", ()
    return None


def _refuse_shadowing(source: Source, node: cst.ExceptHandler) -> None:
    """What stands below a wider handler would never be reached."""
    whole = source.parent(node)
    if not isinstance(whole, cst.Try):
        raise CannotEdit("the handler takes groups of exceptions")
    below = whole.handlers[whole.handlers.index(node) + 1 :]
    if below:
        line = source.line(below[0])
        raise CannotEdit(f"the handler at {source.path}:{line} takes what this one leaves")


def wider_types(catalog: Catalog, library: tuple[str, str], given: list[str]) -> tuple[str, ...]:
    """The fewest types of the library that stand for all of an outage, and for what was caught.

    Of several that do alone, that with the least; tables name the general ones first.
    """
    language, sdk = library
    matcher = ErrorMatcher(catalog, language)
    names = _candidates(_types(catalog, language, sdk), given)
    caught = {name: matcher.caught((name,), sdk) for name in names}
    whole = _NEEDED | matcher.caught(tuple(given), sdk)
    alone = [name for name in names if whole <= caught[name]]
    if alone:
        least = min(len(caught[name]) for name in alone)
        return ([name for name in alone if len(caught[name]) == least][-1],)
    return _together(names, caught, given, whole)


def _candidates(types: Iterable[str], given: list[str]) -> list[str]:
    """The types of the modules from which some are caught already, else all that have a module."""
    known = [name for name in types if "." in name]
    modules = {name.rpartition(".")[0] for name in given if name in known}
    beside = [name for name in known if name.rpartition(".")[0] in modules]
    return beside or [name for name in known if name.count(".") == 1]


def _together(
    names: list[str], caught: dict[str, frozenset[str]], given: list[str], whole: frozenset[str]
) -> tuple[str, ...]:
    chosen = list(given)
    left = whole - frozenset().union(*(caught.get(name, frozenset()) for name in given))
    while left:
        best = max(names, key=lambda name: len(caught[name] & left), default="")
        if not best or not caught[best] & left:
            raise CannotEdit("the library has no types for all that an outage shows")
        chosen.append(best)
        left -= caught[best]
    return tuple(chosen)


def _types(catalog: Catalog, language: str, sdk: str) -> Iterator[str]:
    for table in catalog.errors:
        if table.language == language and (sdk in table.sdks or table.id == sdk):
            yield from table.exceptions


def _plain(name: str) -> str:
    return name.removeprefix(_BUILTIN)
