"""The front end for Python source files."""

from __future__ import annotations

from auditor.languages.decode import count_lines
from auditor.languages.directives import read_directives
from auditor.languages.python.decode import decode
from auditor.languages.python.lower import lower_text, read_problems
from auditor.model.facts import FileFacts


def read(path: str, text: bytes) -> FileFacts:
    """Lower a Python file."""
    decoded = decode(path, text)
    lines = count_lines(decoded.text)
    # One row more than lines: the parser may place an error behind the last line end.
    lowered = lower_text(decoded.text, range(1, lines + 3))
    directives, unclear = read_directives(path, lowered.comments)
    problems = (*decoded.problems, *read_problems(path, [lowered]), *unclear)
    return FileFacts(path, "python", lines, lowered.body, directives, problems)
