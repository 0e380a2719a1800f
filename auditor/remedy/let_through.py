"""A handler that keeps an error from the fallback around it is made to raise it again."""

from __future__ import annotations

import libcst as cst

from auditor.checks.handlers import Handler
from auditor.checks.refused import kept_from
from auditor.model.remedy import Edit, Patch
from auditor.remedy.bench import Bench
from auditor.remedy.source import CannotEdit, Source
from auditor.remedy.timeouts import quicker
from auditor.remedy.widen import widen

NOTE = "whoever else calls the function gets the error now, where nothing came back before"


def reach_fallback(bench: Bench) -> Patch:
    """The error of a finding's call is let to the handler that asks another vendor.

    Raises ``CannotEdit`` where the handler in its way ends in several ways.
    """
    call = bench.call()
    kept = kept_from(bench.case, call)
    if kept is None:
        return widen(bench)
    keeper = kept[0].keeper
    edit = _raised_again(bench.source(keeper.path), keeper)
    says = f"raise the error again at {keeper.path}:{keeper.line}"
    patch = Patch(bench.finding, "let-through", says, (edit,), (NOTE,))
    return patch.with_more(quicker(bench))


def _raised_again(source: Source, keeper: Handler) -> Edit:
    """The last step of the handler becomes a ``raise``, or one is put behind it."""
    found = source.handlers(keeper.line)
    block = found[0].body if len(found) == 1 else None
    if not isinstance(block, cst.IndentedBlock) or not block.body:
        raise CannotEdit(f"the handler at {keeper.path}:{keeper.line} is not understood")
    if _ends_early(block):
        raise CannotEdit(f"the handler at {keeper.path}:{keeper.line} ends in several ways")
    last = block.body[-1]
    if isinstance(last, cst.SimpleStatementLine) and len(last.body) == 1:
        step = last.body[0]
        if isinstance(step, cst.Return | cst.Pass | cst.Continue):
            return source.replaced(step, "raise")
    return _behind(source, block)


def _behind(source: Source, block: cst.IndentedBlock) -> Edit:
    """A line of its own, indented as the first step of the block."""
    start = source.range(block.body[0])[0]
    indent = source.before(start)
    end = source.text.find("\n", source.range(block.body[-1])[1])
    if end < 0 or indent.strip():
        raise CannotEdit(f"{source.path} ends with the handler")
    return source.inserted(end + 1, f"{indent}raise\n")


def _ends_early(block: cst.IndentedBlock) -> bool:
    """Whether any step but the last leaves the handler."""
    finder = _Leaving()
    for step in block.body[:-1]:
        step.visit(finder)
    last = block.body[-1]
    if not isinstance(last, cst.SimpleStatementLine):
        last.visit(finder)
    return finder.found


class _Leaving(cst.CSTVisitor):
    """Looks for what leaves a block, functions inside it apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: ARG002
        return False

    def visit_Return(self, node: cst.Return) -> None:  # noqa: ARG002
        self.found = True

    def visit_Continue(self, node: cst.Continue) -> None:  # noqa: ARG002
        self.found = True

    def visit_Break(self, node: cst.Break) -> None:  # noqa: ARG002
        self.found = True
