"""A second vendor is put behind a call, in one of the ways that the rules know for its library."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from auditor.model.remedy import Edit, Patch, Way
from auditor.model.report import CallReport
from auditor.remedy.arguments import add_arguments, given
from auditor.remedy.around import led_through, wrapped
from auditor.remedy.bench import LANGUAGE, Bench
from auditor.remedy.declare import declare
from auditor.remedy.filled import Filled
from auditor.remedy.handed import handed, is_awaited, is_cut_short, is_unread, method_of
from auditor.remedy.lists import append_to
from auditor.remedy.names import Names
from auditor.remedy.places import first_way, name_in
from auditor.remedy.routes import add_second_route
from auditor.remedy.second import Second
from auditor.remedy.sent import refuse_address, refuse_built, refuse_unseen, sent
from auditor.remedy.source import CannotEdit, Source, dotted


def add_second_vendor(bench: Bench) -> Patch:
    """The first way that knows the place.

    Raises ``CannotEdit`` where none does, or where this one must not be gone.
    """
    call = bench.call()
    if call.via == "config":
        return add_second_route(bench, call)
    way, second, (source, node) = first_way(bench, LANGUAGE, _fitting, _sent)
    return _patch(bench, way, second, source, node)


def _patch(bench: Bench, way: Way, second: Second, source: Source, node: cst.Call) -> Patch:
    call = bench.call()
    awaited = is_awaited(source, node)
    flags = {"async ": awaited, "await ": awaited, "Async": awaited, "_async": awaited}
    words = second.words | {word: word if on else "" for word, on in flags.items()}
    words |= _group(bench, call)
    if awaited and _is_asked_plainly(source, way):
        words["vendor_id"] += "_awaited"
    filled = Filled(source, words)
    try:
        _refuse_client(bench, way)
        unseen = _refuse_arguments(source, node, way, words)
        edits = [*_arguments(filled, node, way), *wrapped(filled, node, way)]
        edits += led_through(filled, node, way, _name(way, source, node))
    except CannotEdit as error:
        raise CannotEdit(str(error), filled.paste(way.define)) from error
    edits += filled.edits
    notes = [*second.notes]
    if way.missing.get("timeout") or way.define:
        end = f"each try now ends after {words['timeout']} s"
        notes.append(f"{end}: raise that where answers take longer")
    notes += [said for said in (way.caveat, words.get("caveat", ""), unseen) if said]
    if way.wrap and way.at == "client":
        notes.append(f"without {second.key} the program does not start any more")
    package = words.get("package", "")
    more = declare(bench, call, second.key, package)
    says = f"ask {second.name} when {bench.whom(call)} fails"
    return Patch(bench.finding, "second-vendor", says, (*edits, *more), tuple(notes))


def _is_asked_plainly(source: Source, way: Way) -> bool:
    """Whether the file has calls of the same kind that are not awaited, for another function."""
    return any(
        _name(way, source, node) and not is_awaited(source, node) for node in source.all_calls()
    )


def _group(bench: Bench, call: CallReport) -> dict[str, str]:
    """The ``group`` that a call names as its model, where it does so by a plain text."""
    nodes = bench.source(call.path).calls(call.line, call.column)
    arg = given(nodes[0], "model") if nodes else None
    text = arg.value.evaluated_value if arg and isinstance(arg.value, cst.SimpleString) else None
    return {"group": text} if isinstance(text, str) else {}


def _fitting(bench: Bench, way: Way, path: str, line: int) -> list[tuple[Source, cst.Call]]:
    """The expressions on a line that the way may change."""
    source = bench.source(path)
    if way.imports and way.imports not in Names(source).modules():
        return []
    nodes = source.calls(line, None if way.at == "client" else bench.call().column)
    found = [(source, n) for n in nodes if _name(way, source, n) and _has_all(n, way)]
    for _, node in found if way.address else ():
        refuse_address(source, node, way)
    return found


def _name(way: Way, source: Source, node: cst.Call) -> str:
    """Which of the way's names the called one ends with, or what it means; empty if none."""
    name = dotted(method_of(node))
    return name_in(way, name, Names(source).meaning(name))


def _has_all(node: cst.Call, way: Way) -> bool:
    """Whether a call is given what the way wants, and what it needs as plainly true."""
    if way.given and given(node, way.given) is None:
        return False
    args = [given(node, name) for name in way.needs]
    return all(
        arg is not None and isinstance(arg.value, cst.Name) and arg.value.value == "True"
        for arg in args
    )


def _sent(way: Way, place: tuple[Source, cst.Call]) -> frozenset[str]:
    return sent(*place, way)


def _refuse_arguments(source: Source, node: cst.Call, way: Way, words: dict[str, str]) -> str:
    """What a person has to look at; raises ``CannotEdit`` where nobody else would understand."""
    names = sent(source, node, way)
    bad = [name for name in (*way.refuse, *words.get("refuse", "").split()) if name in names]
    if bad:
        raise CannotEdit(f"another vendor takes {' and '.join(bad)} in another form")
    plain = [arg for arg in node.args if not arg.keyword and not arg.star]
    named = max(bool(way.address), len(way.positional))
    if way.function and len(plain) > named + (handed(node) is not None):
        raise CannotEdit("the call has arguments without names")
    if way.at == "call" and is_unread(source, node):
        raise CannotEdit("nobody reads the answer: another vendor's would only hide a failure")
    if way.function and is_cut_short(source, node):
        raise CannotEdit("what ends the wait for the call would end the second one too")
    unseen = refuse_unseen(source, node, way, ignores="ignores" in words) if way.refuse else ""
    spot = f"{source.path}:{source.line(node)}"
    there = [name for name in way.add if given(node, name)]
    if there:
        raise CannotEdit(f"{there[0]} is given already at {spot}")
    return unseen


def _refuse_client(bench: Bench, way: Way) -> None:
    """Raises ``CannotEdit`` where the client is not seen to be built as the way wants it."""
    if not way.built:
        return
    call = bench.call()
    for path, line in bench.client_lines(call):
        source = bench.source(path)
        names = Names(source)
        made = [n for n in source.calls(line) if bench.maker(call, names.meaning(dotted(n.func)))]
        for node in made:
            refuse_built(source, node, way)
        if made:
            return
    raise CannotEdit("the place where the client is built is not understood")


def _arguments(filled: Filled, node: cst.Call, way: Way) -> Iterator[Edit]:
    wanted = way.add | {k: v for k, v in way.missing.items() if given(node, k) is None}
    if wanted:
        texts = [f"{name}={filled(text)}" for name, text in wanted.items()]
        yield from add_arguments(filled.source, node, texts)
    lists = {name: filled(text) for name, text in way.append.items()}
    yield from append_to(filled.source, node, lists)
