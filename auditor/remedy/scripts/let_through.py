"""A ``catch`` that keeps an error from the fallback around it is made to throw it again."""

from __future__ import annotations

from auditor.checks.refused import kept_from
from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit, Patch
from auditor.remedy.bench import Bench
from auditor.remedy.let_through import NOTE
from auditor.remedy.scripts.script import FUNCTIONS, Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.scripts.timeouts import quicker
from auditor.remedy.scripts.widen import widen
from auditor.remedy.source import CannotEdit

_LEAVES = frozenset(
    {"break_statement", "continue_statement", "return_statement", "throw_statement"}
)


def reach_fallback(bench: Bench) -> Patch:
    """The error of a finding's call is let to the handler that asks another vendor.

    Raises ``CannotEdit`` where the handler in its way ends in several ways.
    """
    kept = kept_from(bench.case, bench.call())
    if kept is None:
        return widen(bench)
    keeper = kept[0].keeper
    edits = _thrown_again(bench.script(keeper.path), keeper.line)
    says = f"throw the error again at {keeper.path}:{keeper.line}"
    patch = Patch(bench.finding, "let-through", says, edits, (NOTE,))
    return patch.with_more(quicker(bench))


def _thrown_again(script: Script, line: int) -> tuple[Edit, ...]:
    """The last step of the ``catch`` becomes a ``throw``, or one is put behind it."""
    spot = f"{script.path}:{line}"
    found = script.of_kind("catch_clause", line=line)
    body = found[0].get("body") if len(found) == 1 else None
    if body is None:
        raise CannotEdit(f"the handler at {spot} is not understood")
    error, edits = _error(script, found[0])
    steps = [part for part in body.parts[1:-1] if part.kind != "comment"]
    if any(_leaves(step) for step in steps[:-1]):
        raise CannotEdit(f"the handler at {spot} ends in several ways")
    style = style_of(script)
    said = style(f"throw {error};")
    last = steps[-1] if steps else None
    if last is not None and last.kind in ("return_statement", "continue_statement"):
        return (*edits, script.replaced(last, said))
    if last is not None and _leaves(last):
        raise CannotEdit(f"the handler at {spot} ends in several ways")
    return (*edits, _behind(script, body, last, said, style.indent))


def _error(script: Script, clause: Part) -> tuple[str, tuple[Edit, ...]]:
    """What the ``catch`` calls its error, and the edit that names it where it has no name."""
    name = clause.get("parameter")
    if name is None:
        word = clause.parts[0]
        return "error", (script.inserted(word.end, " (error)"),)
    if name.kind != "identifier":
        raise CannotEdit(f"the error at {script.path}:{script.line(clause)} has no plain name")
    return script.code(name), ()


def _behind(script: Script, body: Part, last: Part | None, said: str, indent: str) -> Edit:
    """A line of its own behind the last step, or in the empty block."""
    outer = script.indent(body.start)
    if last is None:
        return script.inserted(body.parts[0].end, f"\n{outer}{indent}{said}\n{outer}")
    if "\n" not in script.text[body.start : last.start]:
        return script.inserted(last.end, f" {said}")
    end = script.text.index("\n", last.end)
    return script.inserted(end, f"\n{script.indent(last.start)}{said}")


def _leaves(part: Part) -> bool:
    """Whether a step leaves the handler, functions inside it apart."""
    if part.kind in FUNCTIONS:
        return False
    return part.kind in _LEAVES or any(_leaves(below) for below in part.parts)
