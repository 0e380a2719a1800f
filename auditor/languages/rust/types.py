"""Types as annotations, and the methods of a type put together from its ``impl`` blocks."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Arg, Attr, Class, Const, Expr, Function, Index, Name, Stmt

#: What a type of lists is an index of.
LIST = "<list>"
#: Types that only hold, share or lock a value of another type.
_AROUND = frozenset({
    "Arc", "Box", "Rc", "Mutex", "RwLock", "RefCell", "Cell", "Option", "Result", "Cow", "Pin",
    "State", "Data", "Extension", "OnceCell", "OnceLock", "LazyLock", "Lazy", "Weak", "Ref",
})  # fmt: skip
_LISTS = frozenset({"Vec", "VecDeque", "HashSet", "BTreeSet"})
_DEEPEST = 8


def lower_type(reading: Reading, node: Node | None, depth: int = 0) -> Expr | None:
    """A type as an annotation; None for one that promises nothing."""
    if node is None or depth > _DEEPEST:
        return None
    line = line_of(reading, node)
    match node.type:
        case "type_identifier" | "identifier":
            return Name(text_of(reading, node), line)
        case "scoped_type_identifier" | "scoped_identifier":
            return path_of(reading, node)
        case "generic_type":
            return _generic(reading, node, depth)
        case "reference_type" | "pointer_type":
            return lower_type(reading, node.child_by_field_name("type"), depth + 1)
        case "dynamic_type" | "abstract_type":
            return lower_type(reading, node.child_by_field_name("trait"), depth + 1)
        case "bounded_type" | "parenthesized_type":
            inner = node.named_children[0] if node.named_children else None
            return lower_type(reading, inner, depth + 1)
        case "array_type" | "slice_type":
            return _list(reading, node.child_by_field_name("element"), line, depth)
        case _:
            return None


def _generic(reading: Reading, node: Node, depth: int) -> Expr | None:
    kind, given = node.child_by_field_name("type"), node.child_by_field_name("type_arguments")
    if kind is None:
        return None
    inside = given.named_children if given is not None else []
    inside = [child for child in inside if child.type != "lifetime"]
    name = text_of(reading, kind).rpartition("::")[2]
    if name in _AROUND and inside:
        return lower_type(reading, inside[0], depth + 1)
    if name in _LISTS and inside:
        return _list(reading, inside[0], line_of(reading, node), depth)
    return lower_type(reading, kind, depth + 1)


def _list(reading: Reading, node: Node | None, line: int, depth: int) -> Expr | None:
    inside = lower_type(reading, node, depth + 1)
    return Index(Name(LIST, line), inside, line) if inside is not None else None


def path_of(reading: Reading, node: Node) -> Expr | None:
    """``a::b::C`` as attributes of its first name."""
    line = line_of(reading, node)
    words = text_of(reading, node).partition("<")[0].replace("r#", "").split("::")
    found: Expr | None = None
    for word in (word.strip() for word in words):
        if word.isidentifier():
            found = Name(word, line) if found is None else Attr(found, word, line)
    return found


def part_of(line: int) -> Arg:
    """Marks a class that only adds methods to one that is declared elsewhere."""
    return Arg("part", Const(True, line))


def is_part(node: Class) -> bool:
    """Whether a class only adds to one that is declared elsewhere."""
    return any(arg.name == "part" for arg in node.keywords)


def join_types(body: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
    """The same statements with what ``impl`` blocks add to the types of this file put into them."""
    whole = {s.name: s for s in body if isinstance(s, Class) and not is_part(s)}
    joined: list[Stmt] = []
    for stmt in body:
        if isinstance(stmt, Class) and is_part(stmt) and stmt.name in whole:
            held = whole[stmt.name]
            bases = (*held.bases, *(b for b in stmt.bases if b not in held.bases))
            whole[stmt.name] = held._replace(body=(*held.body, *stmt.body), bases=bases)
        else:
            joined.append(stmt)
    whole = {name: _functions_first(held) for name, held in whole.items()}
    types = [s for s in joined if isinstance(s, Class) and not is_part(s)]
    others = [s for s in joined if not (isinstance(s, Class) and not is_part(s))]
    first = next((n for n, s in enumerate(others) if type(s).__name__ != "Import"), len(others))
    return (*others[:first], *(whole[t.name] for t in types), *others[first:])


def _functions_first(held: Class) -> Class:
    """The type with its functions before its fields, whose defaults may run them."""
    functions = [s for s in held.body if isinstance(s, Function)]
    others = [s for s in held.body if not isinstance(s, Function)]
    return held._replace(body=(*functions, *others))
