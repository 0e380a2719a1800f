"""What classes have in all languages of this kind."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading, place_name
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import Arg, Attr, Call, Const, Expr, Function, Name

#: How a constructor goes by in the linker, and the class above.
CONSTRUCTOR, ABOVE = "<init>", "super"
#: Marks a method that has no body.
ABSTRACT = "<abstract>"
#: Marks a function that is called like a method of its first argument.
EXTENSION = "<extension>"


def class_name(reading: Reading, node: Node) -> str:
    """The name that a class is given, or one for the place where it has none."""
    called = node.child_by_field_name("name")
    return text_of(reading, called) if called is not None else place_name(reading, "class", node)


def flags(line: int, **said: bool) -> tuple[Arg, ...]:
    """What is said of a class: ``interface``, ``abstract``, ``anonymous``."""
    return tuple(Arg(word, Const(True, line)) for word, holds in said.items() if holds)


def marked(function: Function, mark: str) -> Function:
    """The function with a mark of ours behind its decorators."""
    return function._replace(decorators=(*function.decorators, Name(mark, function.span.line)))


def chained(reading: Reading, node: Node, args: tuple[Arg, ...], *, own: bool) -> Call:
    """``super(x)`` and ``this(x)``: a constructor runs one of the class above, or of its own."""
    line = line_of(reading, node)
    callee: Expr = Attr(Name("this", line), CONSTRUCTOR, line) if own else Name(ABOVE, line)
    return Call(callee, args, span_of(reading, node))
