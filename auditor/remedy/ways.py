"""A second vendor is put behind a call, in one of the ways that the rules know for its library."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from auditor.model.remedy import Edit, Patch, Way
from auditor.model.report import CallReport
from auditor.remedy.arguments import add_arguments, given, keywords
from auditor.remedy.bench import LANGUAGE, Bench
from auditor.remedy.declare import declare
from auditor.remedy.lists import append_to
from auditor.remedy.mappings import keys_given
from auditor.remedy.names import Names
from auditor.remedy.routes import add_second_route
from auditor.remedy.second import Second, second_for
from auditor.remedy.source import CannotEdit, Source, dotted

_HOLE = re.compile(r"<<(name )?([^<>]+)>>")
IT = "<<it>>"


def add_second_vendor(bench: Bench) -> Patch:
    """The first way that knows the place.

    Raises ``CannotEdit`` where none does, or where this one must not be gone.
    """
    call = bench.call()
    if any(bench.case.may_not_leave(flow) for flow in bench.case.flows(call)):
        raise CannotEdit("the policy forbids that another vendor sees these data")
    if call.via == "config":
        return add_second_route(bench, call)
    ways = bench.remedies.ways(LANGUAGE, call.sdk)
    reason = CannotEdit(f"the rules know no way to put a second vendor behind {call.sdk}")
    for way in ways:
        try:
            source, node = _place(bench, call, way)
        except CannotEdit as error:
            reason = error
        else:
            second = second_for(bench, call, way.grammar, way.to)
            return _patch(bench, way, second, source, node)
    raise reason


def _patch(bench: Bench, way: Way, second: Second, source: Source, node: cst.Call) -> Patch:
    call = bench.call()
    awaited = isinstance(source.parent(node), cst.Await)
    flags = {"async ": awaited, "await ": awaited, "Async": awaited}
    words = second.words | {word: word if on else "" for word, on in flags.items()}
    words |= _group(bench, call)
    filled = _Filled(source, Names(source), words)
    try:
        _refuse_arguments(source, node, way, words.get("refuse", "").split())
        edits = [*_arguments(filled, node, way), *_wrapped(filled, node, way)]
        edits += _function(filled, node, way)
    except CannotEdit as error:
        raise CannotEdit(str(error), _to_paste(filled, way)) from error
    edits += filled.edits
    notes = [*second.notes]
    if way.missing.get("timeout") or way.define:
        end = f"each try now ends after {words['timeout']} s"
        notes.append(f"{end}: raise that where answers take longer")
    notes += [said for said in (way.caveat, words.get("caveat", "")) if said]
    package = words.get("package", "")
    more = declare(bench, call, second.key, package)
    says = f"ask {second.name} when {bench.whom(call)} fails"
    return Patch(bench.finding, "second-vendor", says, (*edits, *more), tuple(notes))


def _to_paste(filled: _Filled, way: Way) -> str:
    """The function that asks both, below the lines that import what it needs."""
    if not way.define:
        return ""
    function = filled(way.define)
    lines = [edit.text.lstrip("\n") for edit in filled.edits if edit.text.endswith("\n")]
    return "".join(dict.fromkeys(lines)) + function


def _group(bench: Bench, call: CallReport) -> dict[str, str]:
    """The ``group`` that a call names as its model, where it does so by a plain text."""
    nodes = bench.source(call.path).calls(call.line, call.column)
    arg = given(nodes[0], "model") if nodes else None
    text = arg.value.evaluated_value if arg and isinstance(arg.value, cst.SimpleString) else None
    return {"group": text} if isinstance(text, str) else {}


def _place(bench: Bench, call: CallReport, way: Way) -> tuple[Source, cst.Call]:
    """The expression that the way changes."""
    if call.cell:
        raise CannotEdit("it stands in a notebook")
    places = [(call.path, call.line)]
    column: int | None = call.column
    if way.at == "client":
        places, column = bench.client_lines(call), None
    for path, line in places:
        source = bench.source(path)
        nodes = source.calls(line, column)
        found = [n for n in nodes if _name(way, source, n) and _has_all(n, way.needs)]
        if len(found) == 1:
            return source, found[0]
    what = "call" if way.at == "call" else "place where the client is built"
    raise CannotEdit(f"the {what} has not the usual shape ({' or '.join(way.names[:2])})")


def _name(way: Way, source: Source, node: cst.Call) -> str:
    """Which of the way's names the called one ends with, or what it means; empty if none."""
    name = dotted(node.func)
    tried = (f".{name}", f".{Names(source).meaning(name)}")
    return next((end for end in way.names if any(one.endswith(f".{end}") for one in tried)), "")


def _has_all(node: cst.Call, needs: tuple[str, ...]) -> bool:
    """Whether a call is given all of these as plainly true."""
    args = [given(node, name) for name in needs]
    return all(
        arg is not None and isinstance(arg.value, cst.Name) and arg.value.value == "True"
        for arg in args
    )


def _refuse_arguments(source: Source, node: cst.Call, way: Way, more: list[str]) -> None:
    held = keys_given(source, node)
    names = [*keywords(node), *(held or ())]
    bad = [name for name in (*way.refuse, *more) if name in names]
    if bad:
        raise CannotEdit(f"another vendor takes {' and '.join(bad)} in another form")
    if way.function and any(not arg.keyword and not arg.star for arg in node.args):
        raise CannotEdit("the call has arguments without names")
    if way.refuse and (held is None or any(arg.star == "*" for arg in node.args)):
        raise CannotEdit("the call takes arguments from a list or mapping, which may be anything")
    spot = f"{source.path}:{source.line(node)}"
    there = [name for name in way.add if given(node, name)]
    if there:
        raise CannotEdit(f"{there[0]} is given already at {spot}")


class _Filled:
    """Texts of the rules with their holes filled, and the imports that these need."""

    def __init__(self, source: Source, names: Names, words: dict[str, str]) -> None:
        self.source = source
        self._names = names
        self._words = words
        self.edits: list[Edit] = []

    def __call__(self, text: str) -> str:
        return _HOLE.sub(self._fill, text)

    def _fill(self, hole: re.Match[str]) -> str:
        is_name, word = hole.groups()
        if is_name:
            said, edits = self._names.refer(self(word.replace("(", "<<").replace(")", ">>")))
            self.edits += edits
            return said
        if word not in self._words:
            raise CannotEdit(f"the rules leave {word} open")
        return self._words[word]


def _arguments(filled: _Filled, node: cst.Call, way: Way) -> Iterator[Edit]:
    wanted = way.add | {k: v for k, v in way.missing.items() if given(node, k) is None}
    if wanted:
        texts = [f"{name}={filled(text)}" for name, text in wanted.items()]
        yield from add_arguments(filled.source, node, texts)
    lists = {name: filled(text) for name, text in way.append.items()}
    yield from append_to(filled.source, node, lists)


def _wrapped(filled: _Filled, node: cst.Call, way: Way) -> Iterator[Edit]:
    """Something is put around the expression, or around one of its arguments."""
    if not way.wrap:
        return
    source = filled.source
    if way.argument:
        arg = given(node, way.argument) or next((a for a in node.args if not a.keyword), None)
        if arg is None or arg.star:
            raise CannotEdit(f"{way.argument} is not given where the client is built")
        start, end = source.range(arg.value)
    else:
        start, end = source.range(node)
    before, after = way.wrap.split(IT)
    line = source.text[source.text.rfind("\n", 0, start) + 1 :]
    indent = line[: len(line) - len(line.lstrip())]
    if before:
        yield source.inserted(start, filled(before))
    yield source.inserted(end, filled(after.rstrip()).replace("\n", f"\n{indent}"), rank=1)


def _function(filled: _Filled, node: cst.Call, way: Way) -> Iterator[Edit]:
    """The called name gives way to a function that asks both, which is put below the imports."""
    if not way.function:
        return
    source = filled.source
    receiver = _receiver(source, node, _name(way, source, node))
    function = filled(way.function)
    start, end = source.range(node.func)
    opening = source.text.index("(", end) + 1
    first = source.range(node.args[0])[0] if node.args else opening
    gap = source.text[opening:first]  # where the arguments stand on lines of their own, so does it
    own_line = "\n" in gap and "#" not in gap
    said = f"{gap}{receiver}," if own_line else f"{receiver}, "
    yield Edit(source.path, start, opening, 0, f"{function}({said}")
    if not _defines(source, function):
        at = Names(source).after_imports()
        below = len(source.text[at:]) - len(source.text[at:].lstrip("\n"))
        text = f"\n\n{filled(way.define).rstrip()}\n" + "\n" * max(0, 2 - below)
        yield source.inserted(at, text, rank=1)


def _receiver(source: Source, node: cst.Call, name: str) -> str:
    """The client on which the method is called."""
    inner: cst.BaseExpression = node.func
    for _ in name.split("."):
        if not isinstance(inner, cst.Attribute):
            raise CannotEdit("the client is not to be seen in the call")
        inner = inner.value
    return source.code(inner)


def _defines(source: Source, function: str) -> bool:
    """Whether a function of that name is there already, from an earlier patch."""
    return any(isinstance(n, cst.FunctionDef) and n.name.value == function
               for n in source.module.body)  # fmt: skip
