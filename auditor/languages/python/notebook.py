"""The front end for Jupyter notebooks: every code cell is lowered, their bodies follow in order."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.languages.decode import count_lines
from auditor.languages.directives import Comment, read_directives
from auditor.languages.python.cells import Cell, read_notebook
from auditor.languages.python.decode import decode
from auditor.languages.python.lower import Lowered, lower_text, read_problems
from auditor.languages.python.magics import blank_magics, is_foreign
from auditor.model.facts import FileFacts, Stmt
from auditor.model.source import Diagnostic, Severity

LANGUAGE = "notebook"


def read(path: str, text: bytes) -> FileFacts:
    """Lower a notebook. Lines are lines of the file; spans name the cell as well."""
    decoded = decode(path, text)
    lines = count_lines(decoded.text)
    notebook = read_notebook(decoded.text.decode("utf-8", "replace"))
    if notebook is None:
        broken = Diagnostic(path, 0, "syntax-error", "not a notebook: its JSON cannot be read")
        return FileFacts(path, LANGUAGE, lines, (), (), (*decoded.problems, broken))
    if not notebook.language.startswith(("python", "ipython")) and notebook.language:
        message = f"its code is not Python but {notebook.language[:40]!r}"
        other = Diagnostic(path, 0, "notebook-language", message, Severity.INFO)
        return FileFacts(path, LANGUAGE, lines, (), (), (*decoded.problems, other))
    parts = [_lower_cell(cell) for cell in notebook.cells if not is_foreign(cell.source)]
    body: list[Stmt] = [statement for part in parts for statement in part.body]
    comments: Iterable[Comment] = (comment for part in parts for comment in part.comments)
    directives, unclear = read_directives(path, comments)
    problems = (*decoded.problems, *read_problems(path, parts), *unclear)
    return FileFacts(path, LANGUAGE, lines, tuple(body), directives, problems)


def _lower_cell(cell: Cell) -> Lowered:
    # The parser may place an error behind the last line.
    lines = (*cell.lines, *(cell.lines[-1:] or (1,)) * 2)
    lowered = lower_text(_encode(cell.source), lines, cell.number)
    if not lowered.broken_line:
        return lowered
    cleaned = blank_magics(cell.source)
    return lowered if cleaned == cell.source else lower_text(_encode(cleaned), lines, cell.number)


def _encode(source: str) -> bytes:
    # JSON can escape lone surrogates, which UTF-8 cannot hold, and NUL, which Python cannot.
    return source.replace("\0", " ").encode("utf-8", "replace")
