"""Calls, paths, records, closures, and whatever else is a value."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import (
    lower_each,
    lower_expression,
    lower_inner,
    lower_loose,
)
from auditor.languages.objects.functions import nested
from auditor.languages.objects.numbers import lower_constant, lower_number
from auditor.languages.objects.operators import lower_binary, lower_index, lower_unary, run_at_once
from auditor.languages.objects.reading import ExpressionHandler, Reading, named
from auditor.languages.objects.values import as_value, lower_last, returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.rust import texts
from auditor.languages.rust.failures import handles
from auditor.languages.rust.jumps import (
    arguments,
    called,
    holder_of,
    is_bounded,
    is_started,
    may_ask,
    parts_of,
)
from auditor.languages.rust.outcomes import AWAIT, READ, early, is_result
from auditor.languages.rust.parameters import closure_parameters
from auditor.languages.rust.records import read_into
from auditor.languages.rust.types import lower_type
from auditor.model.facts import (
    Arg,
    Attr,
    Await,
    Binary,
    Call,
    Closure,
    Const,
    Expr,
    Index,
    Many,
    Name,
    Opaque,
    Stmt,
)
from auditor.model.nodes import SLICE
from auditor.model.source import Span

#: Types that only hold, share or lock what they are made of.
_HOLDERS = frozenset({
    "Arc", "Box", "Rc", "Mutex", "RwLock", "RefCell", "Cell", "OnceCell", "Some", "String", "Cow",
    "Pin", "LazyLock", "Lazy", "OnceLock", "PathBuf",
})  # fmt: skip
_MAKES = frozenset({"new", "pin", "from", "clone", "const_new", "leak"})
#: What is asked of the status of an answer over HTTP, as other languages name it.
_TOLD = {"is_success": "ok", "as_u16": "status_code"}


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(x)``, ``a.f(x)``, ``T::new(x)``."""
    before = early(reading, node)
    if before is not None:
        return before
    if handles(reading, node):
        return _outcome(reading, node)
    function = node.child_by_field_name("function")
    given = arguments(node)
    if function is None:
        return lower_loose(reading, node)
    kind = read_into(reading, node)
    if kind is not None:
        args = (Arg(None, kind), *_handed(reading, given))
        return Call(Name(READ, line_of(reading, node)), args, span_of(reading, node))
    if function.type == "generic_function":
        inner = function.child_by_field_name("function")
        function = inner if inner is not None else function
    if _only_holds(reading, function) and len(given) == 1:
        return lower_expression(reading, given[0])
    if is_bounded(reading, node):
        # The time limit says nothing of what is asked within it.
        return lower_expression(reading, given[1])
    if is_started(reading, node) and _is_kept(node):
        # Whoever keeps the handle waits for what was started: it counts as run here.
        started = lower_expression(reading, given[0])
        if isinstance(started, Closure):
            return Call(started, (), span_of(reading, node))
        return started
    if called(reading, node) in _TOLD and not given and (asked := holder_of(node)) is not None:
        whole = holder_of(asked)
        if called(reading, asked) == "status" and whole is not None and not arguments(asked):
            told = _TOLD[called(reading, node)]
            return Attr(lower_expression(reading, whole), told, line_of(reading, node))
    callee = lower_expression(reading, function)
    return Call(callee, _handed(reading, given), _place(reading, node, function))


def _place(reading: Reading, node: Node, function: Node) -> Span:
    """Where a call stands: a method begins with its name, so that no two are at one place."""
    span, name = span_of(reading, node), function.child_by_field_name("field")
    if name is None:
        return span
    return span._replace(line=line_of(reading, name), column=name.start_point[1])


def _is_kept(node: Node) -> bool:
    """Whether anything is done with what a call gives."""
    around = node.parent
    return around is not None and around.type != "expression_statement"


def _outcome(reading: Reading, node: Node) -> Expr:
    """A call that says something of a failure, inside of an expression."""
    name, holder = called(reading, node), holder_of(node)
    given = arguments(node)
    if holder is None:
        if name == "Err":
            return Opaque(lower_each(reading, given), line_of(reading, node))
        return lower_expression(reading, given[0])
    plain = name in ("unwrap", "expect", "ok", "context", "map_err", "ok_or", "ok_or_else",
                     "with_context", "inspect", "flatten", "transpose")  # fmt: skip
    if (
        plain
        and not may_ask(reading, holder)
        and not any(a.type == "call_expression" for a in given)
    ):
        kept = lower_expression(reading, holder)
        if not is_result(reading, kept):
            return kept
    return as_value(reading, node)


def _only_holds(reading: Reading, function: Node) -> bool:
    """``Arc::new``, ``Some``, ``String::from``: what is made is what is given."""
    path, _, name = text_of(reading, function).partition("<")[0].rpartition("::")
    if function.type == "identifier":
        return text_of(reading, function) == "Some"
    owner = path.rpartition("::")[2]
    return function.type == "scoped_identifier" and owner in _HOLDERS and name in _MAKES


def _handed(reading: Reading, given: list[Node]) -> tuple[Arg, ...]:
    return tuple(Arg(None, lower_expression(reading, argument)) for argument in given)


def lower_field(reading: Reading, node: Node) -> Expr:
    """``a.b`` and ``a.0``."""
    holder, name = node.child_by_field_name("value"), node.child_by_field_name("field")
    if holder is None or name is None:
        return lower_loose(reading, node)
    text = text_of(reading, name).removeprefix("r#")
    return Attr(lower_expression(reading, holder), text, line_of(reading, node))


def lower_path(reading: Reading, node: Node) -> Expr:
    """``a::b``; ``<T as Trait>::b`` is ``T::b``."""
    path, name = node.child_by_field_name("path"), node.child_by_field_name("name")
    line = line_of(reading, node)
    if name is None:
        return Opaque((), line)
    text = text_of(reading, name).removeprefix("r#")
    if path is None:
        return Name(text, line)
    if path.type in ("bracketed_type", "generic_type"):
        kind = path.child_by_field_name("type") or next(iter(path.named_children), None)
        inner = kind.child_by_field_name("type") if kind is not None else None
        base = lower_type(reading, inner if inner is not None else kind)
        return Attr(base, text, line) if base is not None else Opaque((), line)
    return Attr(lower_expression(reading, path), text, line)


def lower_generic(reading: Reading, node: Node) -> Expr:
    """``f::<T>``."""
    inner = node.child_by_field_name("function")
    return lower_expression(reading, inner) if inner is not None else lower_loose(reading, node)


def lower_record(reading: Reading, node: Node) -> Expr:
    """``T { a, b: 1, ..other }``."""
    kind, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    args: list[Arg] = []
    for field in body.named_children if body is not None else ():
        words = [c for c in field.named_children if c.type != "attribute_item"]
        if field.type == "shorthand_field_initializer" and words:
            args.append(Arg(text_of(reading, words[-1]), lower_expression(reading, words[-1])))
        elif field.type == "field_initializer":
            name, value = field.child_by_field_name("field"), field.child_by_field_name("value")
            if name is not None and value is not None:
                args.append(Arg(text_of(reading, name), lower_expression(reading, value)))
        elif field.type == "base_field_initializer" and words:
            args.insert(0, Arg("<rest>", lower_expression(reading, words[0])))
    callee = lower_type(reading, kind) if kind is not None else None
    made = callee if callee is not None else Opaque((), line_of(reading, node))
    return Call(made, tuple(args), span_of(reading, node), new=True)


def _given_back(reading: Reading, words: list[Node]) -> tuple[Stmt, ...]:
    """What the body of a function without a name does."""
    return lower_last(reading, parts_of(reading, words[0]) if words else [], returned)


def lower_closure(reading: Reading, node: Node) -> Expr:
    """``|a| value``."""
    params, ahead = closure_parameters(reading, node.child_by_field_name("parameters"))
    body = node.child_by_field_name("body")
    words = [body] if body is not None else []
    while words and words[0].type == "async_block":
        words = [c for c in named(reading, words[0]) if c.type == "block"]
    return Closure(
        nested(
            reading, node, "<lambda>", params,
            lambda: (*ahead, *_given_back(reading, words)),
        )
    )  # fmt: skip


def lower_async(reading: Reading, node: Node) -> Expr:
    """``async move { ... }``: a function that is run once it is awaited."""
    words = [c for c in named(reading, node) if c.type == "block"]
    body: tuple[Stmt, ...] = ()

    def lowered() -> tuple[Stmt, ...]:
        return _given_back(reading, words)

    made = nested(reading, node, "<lambda>", [], lowered)
    return Closure(made._replace(body=(*body, *made.body)))


def lower_await(reading: Reading, node: Node) -> Expr:
    """``value.await``."""
    words, held = named(reading, node), early(reading, node)
    if held is not None:
        return held
    if not words:
        return lower_loose(reading, node)
    if called(reading, words[0]) in ("or_else", "unwrap_or_else"):
        return as_value(reading, node)
    value = lower_expression(reading, words[0])
    if isinstance(value, Call):
        return value._replace(awaited=True)
    if isinstance(value, Closure):
        return Call(value, (), span_of(reading, node), True)
    if isinstance(value, Name | Attr):
        line = line_of(reading, node)
        return Call(Name(AWAIT, line), (Arg(None, value),), span_of(reading, node), True)
    return Await(value, line_of(reading, node))


def lower_try(reading: Reading, node: Node) -> Expr:
    """``value?``."""
    words = named(reading, node)
    if not words:
        return lower_loose(reading, node)
    inner = words[0]
    held = early(reading, node)
    if held is not None:
        return held
    if inner.type == "identifier" and is_result(reading, lower_expression(reading, inner)):
        return as_value(reading, node)
    if called(reading, inner) == "ok" and (holder := holder_of(inner)) is not None:
        inner = holder
    return lower_expression(reading, inner)


def lower_transparent(reading: Reading, node: Node) -> Expr:
    """``&x``, ``&mut x`` and ``x as T`` are ``x``."""
    value = node.child_by_field_name("value")
    return lower_expression(reading, value) if value is not None else lower_loose(reading, node)


def lower_sign(reading: Reading, node: Node) -> Expr:
    """``!x`` and ``-x``; ``*x`` is ``x``."""
    if node.children and node.children[0].type == "*":
        return lower_inner(reading, node)
    return lower_unary(reading, node)


def lower_many(reading: Reading, node: Node) -> Expr:
    """``(a, b)`` and ``[a, b]``."""
    words = named(reading, node)
    length = node.child_by_field_name("length")
    items = tuple(lower_expression(reading, word) for word in words if word != length)
    kind = "tuple" if node.type == "tuple_expression" else "list"
    return Many(kind, items, line_of(reading, node))


def lower_unit(reading: Reading, node: Node) -> Expr:
    """``()``."""
    return Const(None, line_of(reading, node))


def lower_name(reading: Reading, node: Node) -> Expr:
    """``name``; ``None`` is nothing."""
    text, line = text_of(reading, node).removeprefix("r#"), line_of(reading, node)
    if text == "None":
        return Const(None, line)
    return Name(text, line) if text else Opaque((), line)


def lower_jump(reading: Reading, node: Node) -> Expr:
    """``return`` and its like inside of an expression."""
    out: list[Stmt] = []
    reading.grammar.statements[node.type](reading, node, out)
    return run_at_once(tuple(out), span_of(reading, node))


def lower_condition(reading: Reading, node: Node) -> Expr:
    """``let pattern = value`` as a part of a condition."""
    return Opaque(lower_each(reading, node.children_by_field_name("value")), line_of(reading, node))


def lower_item(reading: Reading, node: Node) -> Expr:
    """``items[key]``, ``items[1..]`` and ``items[..=2]``."""
    key = node.named_children[-1]
    if key.type != "range_expression":
        return lower_index(reading, node)
    line = line_of(reading, node)
    bounds: list[Expr] = [Const(None, line)] * 3
    dots = next(child for child in key.children if not child.is_named)
    for child in named(reading, key):
        place = int(child.start_byte > dots.start_byte)
        bound = lower_expression(reading, child)
        more = place and dots.type == "..="
        bounds[place] = Binary("+", bound, Const(1, line), line) if more else bound
    base = lower_expression(reading, node.named_children[0])
    return Index(base, Many(SLICE, tuple(bounds), line), line)


HANDLERS: dict[str, ExpressionHandler] = {
    **texts.HANDLERS,
    **dict.fromkeys(
        ("if_expression", "match_expression", "loop_expression", "block", "unsafe_block",
         "const_block"),
        as_value,
    ),
    **dict.fromkeys(("return_expression", "break_expression", "continue_expression"), lower_jump),
    **dict.fromkeys(("tuple_expression", "array_expression"), lower_many),
    **dict.fromkeys(("reference_expression", "type_cast_expression"), lower_transparent),
    "call_expression": lower_call,
    "field_expression": lower_field,
    "scoped_identifier": lower_path,
    "scoped_type_identifier": lower_path,
    "generic_function": lower_generic,
    "struct_expression": lower_record,
    "closure_expression": lower_closure,
    "async_block": lower_async,
    "await_expression": lower_await,
    "try_expression": lower_try,
    "unary_expression": lower_sign,
    "negative_literal": lower_unary,
    "binary_expression": lower_binary,
    "index_expression": lower_item,
    "parenthesized_expression": lower_inner,
    "integer_literal": lower_number,
    "float_literal": lower_number,
    "boolean_literal": lower_constant,
    "unit_expression": lower_unit,
    "let_condition": lower_condition,
}  # fmt: skip
