"""``begin``, ``rescue``, ``ensure`` and ``retry``, in blocks, methods and behind an expression."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, Sink, child_of, declare, named
from auditor.languages.objects.values import evaluated, lower_into, lower_last
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.ruby.jumps import OWNERS, jumps_in, nothing
from auditor.languages.ruby.names import lower_spread
from auditor.languages.settling import stops
from auditor.model.facts import (
    Assign,
    Attr,
    Const,
    Expr,
    Handler,
    Leave,
    Many,
    Name,
    Raise,
    Star,
    Stmt,
    Try,
    While,
)

_CLAUSES = frozenset({"rescue", "else", "ensure"})
_AGAIN = frozenset({"retry"})
_LEAVES = frozenset({"break", "next"})


def lower_body(reading: Reading, node: Node | None, sink: Sink) -> tuple[Stmt, ...]:
    """The body of a method or block, with what it rescues; its last value goes to the sink."""
    out: list[Stmt] = []
    if node is not None:
        if node.type in BRANCHING:
            BRANCHING[node.type](reading, node, sink, out)
        else:
            out.extend(lower_last(reading, [node], sink))
    return tuple(out)


def lower_begin(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``begin ... rescue A, B => e ... else ... ensure ... end``."""
    words = named(reading, node)
    clauses = [word for word in words if word.type in _CLAUSES]
    rest = [word for word in words if word.type not in _CLAUSES]
    if not clauses:
        out.extend(lower_last(reading, rest, sink))
        return
    rescues = [clause for clause in clauses if clause.type == "rescue"]
    orelse = child_of(node, "else")
    last = evaluated if orelse is not None else sink
    body = lower_last(reading, rest, last)
    handlers = tuple(_handler(reading, clause, sink) for clause in rescues)
    good = lower_last(reading, named(reading, orelse), sink) if orelse is not None else ()
    ensure = child_of(node, "ensure")
    final = lower_last(reading, named(reading, ensure), evaluated) if ensure is not None else ()
    made = Try(body, handlers, good, final, span_of(reading, node))
    if any(_retries(clause) for clause in rescues) and not _leaves(node):
        out.append(_again(made, line_of(reading, node)))
    else:
        out.append(made)


def _retries(clause: Node) -> bool:
    return any(True for _ in jumps_in(clause, _AGAIN, past=frozenset({"begin"})))


def _leaves(node: Node) -> bool:
    """Whether something inside leaves a loop outside, which another loop between would catch."""
    return any(True for _ in jumps_in(node, _LEAVES, past=OWNERS))


def _again(made: Try, line: int) -> Stmt:
    """A block that is begun anew: a loop that is left where it is not."""
    leave = Leave("break", line)

    def left(block: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
        return block if stops(block) else (*block, leave)

    handlers = tuple(h._replace(body=left(h.body)) for h in made.handlers)
    body, orelse = made.body, made.orelse
    if orelse:
        orelse = left(orelse)
    else:
        body = left(body)
    whole = Try(body, handlers, orelse, made.final, made.span)
    return While(Const(True, line), (whole,), (), line)


def retried(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``retry``: the next round of the loop that its block has become, or else only an error."""
    line = line_of(reading, node)
    around = node.parent
    while around is not None and around.type != "rescue":
        around = around.parent
    block = around.parent if around is not None else None
    begun_anew = block is not None and not _leaves(block)
    out.append(Leave("continue", line) if begun_anew else Raise(None, line))


def _handler(reading: Reading, clause: Node, sink: Sink) -> Handler:
    listed = clause.child_by_field_name("exceptions")
    variable = clause.child_by_field_name("variable")
    line = line_of(reading, clause)
    name, before = _bound(reading, variable)
    content = clause.child_by_field_name("body")
    body = lower_last(reading, named(reading, content) if content is not None else [], sink)
    if content is None:
        body = nothing(sink, line)
    types = _types(reading, listed, line) if listed is not None else None
    return Handler(types, name, (*before, *body), span_of(reading, clause))


def _bound(reading: Reading, node: Node | None) -> tuple[str | None, list[Stmt]]:
    """The name of what was caught; a field is set from a name of our own."""
    held = node.named_children[0] if node is not None and node.named_children else None
    if held is None:
        return None, []
    name, line = text_of(reading, held), line_of(reading, held)
    if held.type == "identifier":
        declare(reading, name)
        return name, []
    kept = f"<caught {name}>"
    target = lower_expression(reading, held)
    if not isinstance(target, Attr | Name):
        return None, []
    return kept, [Assign((target,), Name(kept, line), None, "", line)]


def _types(reading: Reading, node: Node, line: int) -> Expr:
    found = tuple(lower_spread(reading, child) for child in named(reading, node))
    only = found[0] if len(found) == 1 else Many("tuple", found, line)
    return only.value if isinstance(only, Star) else only


def lower_modifier(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``value rescue other``."""
    held, other = node.child_by_field_name("body"), node.child_by_field_name("handler")
    span = span_of(reading, node)
    body: list[Stmt] = []
    instead: list[Stmt] = []
    if held is not None:
        lower_into(reading, held, sink, body)
    if other is not None:
        lower_into(reading, other, sink, instead)
    out.append(Try(tuple(body), (Handler(None, None, tuple(instead), span),), (), (), span))


BRANCHING = {
    **dict.fromkeys(
        ("begin", "body_statement", "block_body", "parenthesized_statements", "then", "do",
         "begin_block", "end_block"),
        lower_begin,
    ),
    "rescue_modifier": lower_modifier,
}  # fmt: skip
