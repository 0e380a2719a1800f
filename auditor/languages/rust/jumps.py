"""What leaves a place instead of giving a value, and what may ask somebody on the way."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading, named
from auditor.languages.reading import text_of

#: Macros that end the program's thread, which no ``match`` on a result sees.
PANICS = frozenset({"panic", "unreachable", "todo", "unimplemented"})
#: Macros that give an error back from the function around.
BAILS = frozenset({"bail", "whatever"})
#: Modules whose functions run futures, and how paths of the tree's own begin.
_RUNTIME = frozenset({
    "tokio", "task", "thread", "time", "rt", "async_runtime", "runtime", "smol", "async_std",
})  # fmt: skip
_OWN = ("crate", "super", "self")
_JUMPS = frozenset({"return_expression", "break_expression", "continue_expression"})
#: Functions and methods of the language and its usual companions that ask nobody.
_HARMLESS = frozenset({
    "as_array", "as_bool", "as_bytes", "as_deref", "as_i64", "as_mut", "as_object", "as_ref",
    "as_slice", "as_str", "as_u64", "borrow", "borrow_mut", "build", "bytes", "captures", "chars",
    "checked_add", "checked_sub", "clone", "cloned", "collect", "contains", "contains_key",
    "copied", "current_dir", "default", "elapsed", "entry", "enumerate", "expect", "extension",
    "file_name", "filter", "find", "first", "flush", "format", "from", "from_reader", "from_secs",
    "from_slice", "from_str", "from_utf8", "from_value", "get", "get_mut", "get_or_init",
    "home_dir", "into", "into_inner", "into_iter", "into_response", "is_empty", "is_some",
    "is_none", "iter", "keys",
    "last", "len", "lines", "lock", "map", "next", "new", "nth", "ok", "open", "parse", "pop",
    "pop_front", "position", "read", "read_line", "read_to_string", "recv", "remove", "replace",
    "set", "split", "split_once", "split_whitespace", "starts_with", "strip_prefix",
    "strip_suffix", "take", "to_owned", "to_str", "to_string", "to_string_pretty", "to_vec",
    "to_value", "trim", "try_from", "try_into", "unwrap", "unwrap_or", "unwrap_or_default",
    "values", "var", "var_os", "with_capacity", "write", "write_all", "zip",
})  # fmt: skip


def macro_name(reading: Reading, node: Node) -> str:
    """The last name of a macro that is run; empty for any other node."""
    name = node.child_by_field_name("macro") if node.type == "macro_invocation" else None
    return text_of(reading, name).rpartition("::")[2] if name is not None else ""


def is_jump(reading: Reading, node: Node) -> bool:
    """Whether a value is never there."""
    return node.type in _JUMPS or macro_name(reading, node) in PANICS | BAILS


def called(reading: Reading, node: Node) -> str:
    """The last name of what a call runs: its method or function; empty where it has none."""
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    if function is not None and function.type == "generic_function":
        function = function.child_by_field_name("function")
    if function is None:
        return ""
    name = function.child_by_field_name("field") or function.child_by_field_name("name")
    return text_of(reading, name if name is not None else function)


def holder_of(node: Node) -> Node | None:
    """What a method is called on; None for a function."""
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    if function is not None and function.type == "generic_function":
        function = function.child_by_field_name("function")
    if function is None or function.type != "field_expression":
        return None
    return function.child_by_field_name("value")


def arguments(node: Node) -> list[Node]:
    """The nodes of what a call is given."""
    given = node.child_by_field_name("arguments")
    return [c for c in given.named_children if not c.is_extra] if given is not None else []


def may_ask(reading: Reading, node: Node | None) -> bool:
    """Whether evaluating an expression may ask somebody, and so fail of its own."""
    todo = [node] if node is not None else []
    while todo:
        current = todo.pop()
        if current.type == "await_expression":
            return True
        if current.type in ("closure_expression", "async_block"):
            continue
        if current.type == "call_expression":
            name = called(reading, current)
            if name not in _HARMLESS and not name[:1].isupper():
                return True
        todo.extend(current.named_children)
    return False


def is_wrapped(reading: Reading, node: Node) -> bool:
    """Whether an outcome is inside of another one: that of the time limit, or of the task."""
    while node.type == "await_expression" and node.named_children:
        node = node.named_children[0]
    return is_bounded(reading, node) or is_started(reading, node)


def is_bounded(reading: Reading, node: Node) -> bool:
    """``timeout(duration, future)``."""
    return (
        len(arguments(node)) == 2 and called(reading, node) == "timeout" and _is_free(reading, node)
    )


def is_started(reading: Reading, node: Node) -> bool:
    """``spawn(future)``, of whose task or thread the handle is given back."""
    starts = called(reading, node) in ("spawn", "spawn_blocking")
    return starts and len(arguments(node)) == 1 and _is_free(reading, node)


def _is_free(reading: Reading, node: Node) -> bool:
    """Whether a function of the runtime is meant, and none of a type or a file of the tree."""
    function = node.child_by_field_name("function")
    path, _, name = (
        text_of(reading, function).rpartition("::") if function is not None else ("",) * 3
    )
    if not path:
        return holder_of(node) is None and f"fn {name}(" not in reading.text
    return path.rpartition("::")[2] in _RUNTIME and not path.startswith(_OWN)


def parts_of(reading: Reading, node: Node | None) -> list[Node]:
    """The statements of a block, so that it is no level of its own; any other node alone."""
    if node is None:
        return []
    if node.type != "block":
        return [node]
    words = named(reading, node)
    last = words[-1] if words else None
    if last is not None and last.type == "expression_statement" and last.children[-1].type != ";":
        words[-1:] = named(reading, last)
    return words


def async_body(node: Node | None) -> Node | None:
    """What ``async move { ... }`` runs."""
    while node is not None and node.type == "async_block":
        node = next((c for c in node.named_children if c.type == "block"), None)
    return node


def returns_early(node: Node) -> bool:
    """Whether a closure leaves itself early, so that its body is no part of what is around."""
    todo = list(node.named_children)
    while todo:
        current = todo.pop()
        if current.type in ("return_expression", "try_expression"):
            return True
        if current.type not in ("closure_expression", "function_item"):
            todo.extend(current.named_children)
    return False
