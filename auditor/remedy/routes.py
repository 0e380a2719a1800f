"""A route of a gateway's configuration gets another vendor behind it; comments and order stay."""

from __future__ import annotations

from textwrap import indent

from auditor.configs.syntaxes import read_config
from auditor.model.config import Entry, Node
from auditor.model.remedy import Edit, Patch, RouteWay
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.declare import declare
from auditor.remedy.second import refuse_forbidden, second_for
from auditor.remedy.source import CannotEdit
from auditor.remedy.texts import Texts

_STEP = "  "


def add_second_route(bench: Bench, call: CallReport) -> Patch:
    """A route for the second vendor, and the line that sends failed requests there.

    Raises ``CannotEdit`` where the file is written in another way than line by line, or where no
    other vendor may be asked.
    """
    refuse_forbidden(bench, call)
    way = next((one for one in bench.remedies.routes if one.sdk == call.sdk), None)
    if way is None:
        raise CannotEdit(f"the rules know no way to put a second vendor behind {call.sdk}")
    second = second_for(bench, call, way.grammar, {})
    text = bench.text(call.path)
    if text is None or not call.path.endswith((".yaml", ".yml")):
        raise CannotEdit(f"{call.path} is no YAML in plain UTF-8")
    lines = _Lines(call.path, text)
    top, entry = _route(read_config("yaml", call.path, text).documents, way, call.line)
    name = entry.node.get(way.name)
    if name is None or not name.text:
        raise CannotEdit("the route has no name")
    filled = Texts(second.words | {"name": name.text})
    filled.words["second"] = filled(way.second)
    edits = [
        lines.below(entry.node.end_line, indent(filled(way.entry), lines.indent(entry))),
        *_after(lines, top, way, filled(way.says)),
        *declare(bench, call, second.key, ""),
    ]
    says = f"send {name.text} to {second.name} when it fails"
    return Patch(bench.finding, "second-vendor", says, tuple(edits), second.notes)


class _Lines:
    """A file by its lines, counted from 1."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._lines = text.splitlines(keepends=True)
        if not text.endswith("\n"):
            raise CannotEdit(f"{path} does not end with a line end")

    def indent(self, entry: Entry) -> str:
        """The indent of a list's entry, which must begin with its dash."""
        line = self._lines[entry.line - 1]
        if not line.lstrip().startswith("- "):
            raise CannotEdit(f"{self.path}:{entry.line} is not written line by line")
        return self.start(entry.line)

    def start(self, line: int) -> str:
        """What a line begins with before its first sign."""
        text = self._lines[line - 1]
        return text[: len(text) - len(text.lstrip())]

    def below(self, line: int, text: str, rank: int = 0) -> Edit:
        """A text below a line and what belongs to it; never among trailing blank lines."""
        while line > 0 and not self._lines[line - 1].strip():
            line -= 1
        at = sum(map(len, self._lines[:line]))
        return Edit(self.path, at, at, rank, text if text.endswith("\n") else f"{text}\n")

    def last(self) -> int:
        """The number of the last line."""
        return len(self._lines)


def _route(documents: tuple[Node, ...], way: RouteWay, line: int) -> tuple[Node, Entry]:
    """The document and the entry of its list that covers the line."""
    for top in documents:
        routes = top.get(way.list) if top.kind == "map" else None
        for entry in routes.entries if routes and routes.kind == "list" else ():
            if entry.line <= line <= entry.node.end_line:
                return top, entry
    raise CannotEdit(f"{way.list} does not stand at the top of the file")


def _after(lines: _Lines, top: Node, way: RouteWay, said: str) -> list[Edit]:
    """The entries in the list of who is asked next, with the list and its section if need be.

    The head of a new list is the same edit for every route, so it is made once.
    """
    section = top.get(way.section)
    if section is None:
        head = lines.below(lines.last(), f"\n{way.section}:\n{_STEP}{way.after}:\n", rank=1)
        return [head, lines.below(lines.last(), indent(said, _STEP * 2), rank=2)]
    if section.kind != "map" or not section.entries:
        raise CannotEdit(f"{way.section} is not written line by line")
    listed = section.get(way.after)
    if listed is not None:
        if listed.kind != "list" or not listed.entries:
            raise CannotEdit(f"{way.after} is not written line by line")
        last = listed.entries[-1]
        return [lines.below(last.node.end_line, indent(said, lines.indent(last)))]
    end = section.entries[-1].node.end_line
    first = lines.start(section.entries[0].line)
    head = lines.below(end, f"{first}{way.after}:\n", rank=1)
    return [head, lines.below(end, indent(said, first + _STEP), rank=2)]
