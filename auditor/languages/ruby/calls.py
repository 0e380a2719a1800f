"""Calls, their arguments, and the blocks that they are handed."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import nested
from auditor.languages.objects.operators import ended, run_at_once
from auditor.languages.objects.reading import Reading, declare, named, place_name
from auditor.languages.objects.values import returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.ruby.jumps import BLOCKS, ENDS, RAISES, called, is_loop
from auditor.languages.ruby.names import BLOCK, CONSTRUCTOR, OWN, is_own
from auditor.languages.ruby.parameters import lower_parameters, names_of
from auditor.languages.ruby.rescues import lower_body
from auditor.model.facts import (
    Arg,
    Attr,
    Call,
    Closure,
    Const,
    Evaluate,
    Expr,
    Function,
    Mapping,
    Name,
    Param,
    Raise,
    Return,
    Stmt,
)

_ENUMERATOR = "Enumerator"
_LAMBDAS = frozenset({"lambda", "proc"})
#: Functions that run the method whose name they are given.
_SENDS = frozenset({"send", "public_send", "__send__"})
#: Methods that hand their object to a block: for what the block gives, and for the object itself.
_THEN, _TAP = frozenset({"then", "yield_self"}), "tap"


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(x)``, ``a.f(x) { ... }``, ``a&.f``, ``T.new(x)``, ``super(x)``."""
    name = called(reading, node)
    holder = node.child_by_field_name("receiver")
    block = node.child_by_field_name("block")
    span = span_of(reading, node)
    line = span.line
    if is_loop(reading, node):
        out: list[Stmt] = []
        reading.grammar.statements["call"](reading, node, out)
        return run_at_once(tuple(out), span)
    if holder is None:
        return _bare(reading, node, name, block)
    held = lower_expression(reading, holder)
    if name in _THEN and block is not None:
        return Call(lower_block(reading, block), (Arg(None, held),), span)
    if name == _TAP and block is not None:
        return Call(_tapping(reading, block), (Arg(None, held),), span)
    if block is not None and name == "new" and held == Name(_ENUMERATOR, line):
        return Call(_enumerating(reading, block), (), span)
    args = arguments_of(reading, node)
    if name == "new":
        return Call(held, args, span, new=True)
    if name == "class" and holder.type == "self":
        return Attr(held, "__class__", line)
    if name in _SENDS and args and isinstance(args[0].value, Const):
        return Call(Attr(held, str(args[0].value.value), line), args[1:], span)
    optional = any(child.type == "&." for child in node.children)
    return Call(Attr(held, name or "call", line, optional), args, span)


def _bare(reading: Reading, node: Node, name: str, block: Node | None) -> Expr:
    line, span = line_of(reading, node), span_of(reading, node)
    if name in _LAMBDAS and block is not None:
        return lower_block(reading, block)
    if name in RAISES:
        return run_at_once((raised(reading, node),), span)
    args = arguments_of(reading, node)
    if name in ENDS:
        return run_at_once((ended(reading, node),), span)
    if name == "super":
        return Call(_above(reading, node), args, span)
    if name == "new":
        return Call(Name("self", line), args, span, new=True)
    if name == "method" and len(args) == 1 and isinstance(args[0].value, Const):
        wanted = str(args[0].value.value)
        return Attr(Name("self", line), wanted, line) if reading.types else Name(wanted, line)
    return Call(Name(name, line), args, span)


def raised(reading: Reading, node: Node) -> Raise:
    """``raise``, ``raise T``, ``raise T, "text"``, ``raise "text"``."""
    line = line_of(reading, node)
    args = arguments_of(reading, node) if node.type == "call" else ()
    if not args:
        return Raise(None, line)
    error = args[0].value
    if len(args) > 1:
        return Raise(Call(error, args[1:], span_of(reading, node)), line)
    if isinstance(error, Name | Attr) or (isinstance(error, Call) and error.new):
        return Raise(error, line)
    kind = Name("RuntimeError", line)
    is_error = isinstance(error, Call)
    value = error if is_error else Call(kind, args, span_of(reading, node))
    return Raise(value, line)


def arguments_of(reading: Reading, node: Node) -> tuple[Arg, ...]:
    """The arguments of a call, and its block, which goes by a name of its own."""
    given = node.child_by_field_name("arguments")
    if given is None and node.type == "yield":
        given = next(iter(node.named_children), None)
    args: list[Arg] = []
    pairs: list[tuple[Expr | None, Expr]] = []
    for child in given.named_children if given is not None else ():
        _add(reading, child, args, pairs)
    if pairs:
        args.append(Arg(None, Mapping(tuple(pairs), line_of(reading, node))))
    block = node.child_by_field_name("block")
    if block is not None:
        args.append(Arg(BLOCK, lower_block(reading, block)))
    return tuple(args)


def _add(
    reading: Reading, node: Node, args: list[Arg], pairs: list[tuple[Expr | None, Expr]]
) -> None:
    words = named(reading, node)
    match node.type:
        case "pair":
            key, value = pair_of(reading, node)
            if isinstance(key, Const) and words[0].type != "string":
                args.append(Arg(str(key.value), value))
            else:
                pairs.append((key, value))
        case "splat_argument":
            args.append(Arg(None, _only(reading, node, "*"), 1))
        case "hash_splat_argument":
            args.append(Arg(None, _only(reading, node, "**"), 2))
        case "forward_argument":
            args.append(Arg(None, Name("...", line_of(reading, node)), 1))
        case "block_argument":
            if words:
                args.append(Arg(BLOCK, _handed(reading, words[0])))
        case kind if kind not in reading.grammar.silent:
            args.append(Arg(None, lower_expression(reading, node)))
        case _:
            pass


def _only(reading: Reading, node: Node, otherwise: str) -> Expr:
    words = named(reading, node)
    return lower_expression(reading, words[0]) if words else Name(otherwise, line_of(reading, node))


def _handed(reading: Reading, node: Node) -> Expr:
    """``&:name`` runs the method of each item; ``&block`` is handed on."""
    value = lower_expression(reading, node)
    if not isinstance(value, Const):
        return value
    line, span = line_of(reading, node), span_of(reading, node)
    run = Call(Attr(Name("it", line), str(value.value), line), (), span)
    body = lambda: (Return(run, line),)  # noqa: E731 - what a body is made by
    return Closure(nested(reading, node, "<lambda>", [Param("it", None, None)], body))


def pair_of(reading: Reading, node: Node) -> tuple[Expr, Expr]:
    """``key => value``, ``key: value``, and ``key:`` for the value of that name."""
    key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
    line = line_of(reading, node)
    lowered = lower_expression(reading, key) if key is not None else Const(None, line)
    if value is not None:
        return lowered, lower_expression(reading, value)
    name = str(lowered.value) if isinstance(lowered, Const) else ""
    if any(name in scope.names for scope in reading.functions):
        return lowered, Name(name, line)
    return lowered, Call(Name(name, line), (), span_of(reading, node))


def lower_block(reading: Reading, node: Node) -> Closure:
    """``{ |x| value }``, ``do |x| ... end`` and ``-> (x) { value }``."""
    content = next((c for c in node.named_children if c.type in BLOCKS), node)
    given = node.child_by_field_name("parameters")
    body = content.child_by_field_name("body")
    params, before = lower_parameters(reading, given)
    if given is None:
        # The item goes by a name that the language gives it.
        params = [Param("it", Const(None, line_of(reading, node)), None)]
    held = names_of(params, before)

    def lowered() -> tuple[Stmt, ...]:
        for name in (*held, *(("_1",) if given is None else ())):
            declare(reading, name)
        return (*before, *lower_body(reading, body, returned))

    return Closure(nested(reading, node, "<lambda>", params, lowered))


def _enumerating(reading: Reading, node: Node) -> Closure:
    """``Enumerator.new { |y| y << ask }``: the block runs once somebody reads what it gives."""
    block = lower_block(reading, node)
    return Closure(block.function._replace(generator=True))


def _tapping(reading: Reading, node: Node) -> Expr:
    """A function that hands its value to a block, and gives it back."""
    line, span = line_of(reading, node), span_of(reading, node)
    held = Name(place_name(reading, "tapped", node), line)
    run = Evaluate(Call(lower_block(reading, node), (Arg(None, held),), span), line)
    params = (Param(held.id, None, None),)
    body = (run, Return(held, line))
    return Closure(Function("<lambda>", params, body, (), None, False, False, span))


def lower_yield(reading: Reading, node: Node) -> Expr:
    """``yield x``: the block is run."""
    line = line_of(reading, node)
    return Call(Name(BLOCK, line), arguments_of(reading, node), span_of(reading, node))


def lower_super(reading: Reading, node: Node) -> Expr:
    """``super`` alone: the method above, with the arguments of this one."""
    method = _method_around(node)
    given = method.child_by_field_name("parameters") if method is not None else None
    params, _ = lower_parameters(reading, given)
    line = line_of(reading, node)
    args = tuple(
        Arg(p.name if p.keyword else None, Name(p.name, line), p.stars)
        for p in params
        if p.name.isidentifier()
    )
    return Call(_above(reading, node), args, span_of(reading, node))


def _method_around(node: Node) -> Node | None:
    around: Node | None = node
    while around is not None and around.type not in ("method", "singleton_method"):
        around = around.parent
    return around


def _above(reading: Reading, node: Node) -> Expr:
    """The method of the same name in the class above."""
    line = line_of(reading, node)
    method = _method_around(node)
    held = method.child_by_field_name("name") if method is not None else None
    name = text_of(reading, held) if held is not None else CONSTRUCTOR
    if name == CONSTRUCTOR:
        return Name("super", line)
    own = method is not None and is_own(method)
    return Attr(Name("super", line), OWN + name if own else name, line)


HANDLERS = {
    "call": lower_call,
    "yield": lower_yield,
    "super": lower_super,
    "lambda": lower_block,
    "block": lower_block,
    "do_block": lower_block,
}
