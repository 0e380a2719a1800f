"""A condition in a ``catch`` is made to take all that an outage shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.handlers import Handler
from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit, Patch
from auditor.remedy.bench import Bench
from auditor.remedy.scripts.imports import Imports, Wanted
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.statuses import wider_conditions
from auditor.remedy.scripts.timeouts import quicker
from auditor.remedy.source import CannotEdit
from auditor.remedy.widen import wider_types


class _Test(NamedTuple):
    """``error instanceof Type`` in a condition: the whole, the error's name, and the type."""

    whole: Part
    error: str
    kind: Part


def widen(bench: Bench) -> Patch:
    """The condition around the fallback asks for the type above those that it names.

    Raises ``CannotEdit`` where there is no such condition, or where its wider form would take from
    another one what is meant for that.
    """
    call = bench.call()
    for handler in bench.case.handlers(call):
        if handler.types:
            return _widened(bench, handler)
        conditions = wider_conditions(bench.script(handler.path), handler)
        if conditions:
            says = f"go on after every error at {handler.path}:{handler.line} but a wrong request"
            patch = Patch(bench.finding, "wider-handler", says, tuple(conditions), is_safe=True)
            return patch.with_more(quicker(bench))
    raise CannotEdit("no condition stands around the fallback: what decides lies elsewhere")


def _widened(bench: Bench, handler: Handler) -> Patch:
    call = bench.call()
    script = bench.script(handler.path)
    imports = Imports(script)
    condition, tests = _tests(script, imports, handler)
    _refuse_others(script, condition)
    wider = wider_types(bench.case.catalog, bench.library(call), list(handler.types))
    said, edits = _said(script, imports, tests, wider)
    first = tests[0]
    text = " || ".join(f"{first.error} instanceof {name}" for name in said)
    around = script.parent(first.whole)
    lone = around is not None and around.kind == "parenthesized_expression"
    if len(said) > 1 and len(tests) == 1 and not lone:
        text = f"({text})"
    change = Edit(script.path, first.whole.start, tests[-1].whole.end, 0, text)
    was = ", ".join(name.rpartition(".")[2] for name in handler.types)
    says = f"catch {' and '.join(said)}, not {was} alone"
    patch = Patch(bench.finding, "wider-handler", says, (*edits, change), is_safe=True)
    return patch.with_more(quicker(bench))


def _tests(script: Script, imports: Imports, handler: Handler) -> tuple[Part, list[_Test]]:
    """The ``if`` of a handler, and what it asks about the error: one type, or one of several."""
    spot = f"{handler.path}:{handler.line}"
    wanted = sorted(name.rpartition(".")[2] for name in handler.types)
    for clause in script.of_kind("catch_clause", line=handler.line):
        for part in clause.all():
            condition = part.get("condition") if part.kind == "if_statement" else None
            tests = [t for p in condition.all() if (t := _test(script, p))] if condition else []
            names = (imports.meaning(script.dotted(test.kind)) for test in tests)
            if sorted(name.rpartition(".")[2] for name in names) == wanted:
                _refuse_mixed(script, tests, spot)
                return part, tests
    raise CannotEdit(f"the condition in the handler at {spot} is not understood")


def _refuse_mixed(script: Script, tests: list[_Test], spot: str) -> None:
    for one, other in pairwise(tests):
        if script.text[one.whole.end : other.whole.start].strip() != "||":
            raise CannotEdit(f"the condition in the handler at {spot} asks for more than types")


def _test(script: Script, part: Part) -> _Test | None:
    left, kind, sign = part.get("left"), part.get("right"), part.get("operator")
    if part.kind != "binary_expression" or left is None or kind is None or sign is None:
        return None
    if script.code(sign) != "instanceof" or left.kind != "identifier":
        return None
    return _Test(part, script.code(left), kind)


def _said(
    script: Script, imports: Imports, tests: list[_Test], wider: tuple[str, ...]
) -> tuple[list[str], list[Edit]]:
    """The wider types as the file calls them, with the imports that this needs."""
    edits: list[Edit] = []
    said: list[str] = []
    for name in wider:
        module, _, symbol = name.rpartition(".")
        beside = next(_beside(script, imports, tests, module, symbol), None)
        if beside is None:
            beside, more = imports.refer(Wanted(symbol, module))
            edits += more
        said.append(beside)
    return said, edits


def _beside(
    script: Script, imports: Imports, tests: list[_Test], module: str, symbol: str
) -> Iterator[str]:
    """The type as a neighbour of one that is named already, so written in the same way."""
    for test in tests:
        of = test.kind.get("object")
        if of is None:
            continue
        meaning = imports.meaning(script.dotted(of))
        if meaning == module or meaning.rpartition(".")[0] == module:
            yield f"{script.code(of)}.{symbol}"


def _refuse_others(script: Script, condition: Part) -> None:
    """What asks for other errors further down would never be reached."""
    other = condition.get("alternative")
    below = [part for part in other.parts if part.kind == "if_statement"] if other else []
    block = script.parent(condition)
    if block is not None and block.kind == "statement_block":
        later = block.parts[block.parts.index(condition) + 1 :]
        below += [part for part in later if part.kind in ("if_statement", "switch_statement")]
    if below:
        line = script.line(below[0])
        raise CannotEdit(f"the condition at {script.path}:{line} takes what this one leaves")
