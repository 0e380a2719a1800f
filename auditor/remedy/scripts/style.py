"""The ways in which a file is written: its quotes, its semicolons, its indent."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from auditor.remedy.scripts.script import Script

_BLOCKS = ("statement_block", "object", "class_body", "arguments")
_STATEMENTS = (
    "expression_statement", "import_statement", "lexical_declaration", "return_statement",
    "variable_declaration",
)  # fmt: skip
_TEMPLATE_INDENT = "  "
_END = re.compile(r";$", re.MULTILINE)
_LEAD = re.compile(r"^(?:  )+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Style:
    """How texts of the rules are rewritten; they have two spaces, double quotes and semicolons."""

    indent: str
    quote: str
    semicolons: bool

    def __call__(self, text: str) -> str:
        """The text in this style; one that holds the other quote already keeps its own."""
        if not self.semicolons:
            text = _END.sub("", text)
        if self.quote == "'" and "'" not in text:
            text = text.replace('"', "'")
        return _LEAD.sub(lambda lead: self.indent * (len(lead[0]) // len(_TEMPLATE_INDENT)), text)


def style_of(script: Script) -> Style:
    """What most of the file does; where it leaves that open, what most files do."""
    strings = script.of_kind("string")
    single = sum(script.text[part.start] == "'" for part in strings)
    statements = script.of_kind(*_STATEMENTS)
    ended = sum(script.text[part.end - 1] == ";" for part in statements)
    return Style(
        indent=_indent(script),
        quote="'" if single * 2 > len(strings) else '"',
        semicolons=ended * 2 >= len(statements),
    )


def _indent(script: Script) -> str:
    """What the first line of a block has more than the line that opens it, most of the time."""
    found: Counter[str] = Counter()
    for block in script.of_kind(*_BLOCKS):
        inside = block.parts[1:-1]
        if not inside or "\n" not in script.text[block.start : inside[0].start]:
            continue
        outer, inner = script.indent(block.start), script.indent(inside[0].start)
        if inner.startswith(outer) and inner != outer:
            found[inner.removeprefix(outer)] += 1
    return found.most_common(1)[0][0] if found else _TEMPLATE_INDENT
