"""Names of a function's own that say how a request went: ``failed = True``, ``errors.append(e)``.

What such a name holds is known on every way through, also where a vendor is asked on the line of
another one. So it is written down with what the function does, and the tests that ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.frame import Frame
from auditor.linker.world import World
from auditor.model.behaviour import Flag
from auditor.model.facts import (
    Arg,
    Assign,
    Assigned,
    Attr,
    Binary,
    Call,
    Const,
    Evaluate,
    Expr,
    For,
    Function,
    Handler,
    If,
    Index,
    Many,
    Mapping,
    Name,
    Return,
    Stmt,
    Ternary,
    Try,
    Unary,
    With,
)
from auditor.model.flag_test import (
    EMPTY,
    FALSE,
    NOTHING,
    SOMETHING,
    AnyFlagTest,
    FlagTest,
    FlagTests,
    inverse,
    names_in,
)
from auditor.model.nodes import nodes_in

#: Of what a name holds nobody knows anything.
OPEN = ""
#: Methods that put an item into a list.
FILLS = frozenset({"append", "push", "add", "unshift", "insert"})
#: What says how many items a list has.
LENGTHS = frozenset({"length", "size", "Count"})
#: Comparisons of a number of items: whether they hold of more than none, and of none.
MORE_THAN_NONE = {(">", 0), ("!=", 0), (">=", 1)}
NONE_AT_ALL = {("==", 0), ("<", 1), ("<=", 0)}
SAME = ("is", "==")
#: Languages in which a list without items counts as false, and those in which it does not.
EMPTY_IS_FALSE = frozenset({"python", "php"})
EMPTY_IS_TRUE = frozenset({"javascript", "ruby"})


def note_flag(world: World, frame: Frame, stmt: Assign | Evaluate) -> None:
    """Write down what the statement puts into a flag."""
    names = _flags_of(world, frame)
    for name in _changed_by(stmt) if names else ():
        if name in names:
            held, same = _put_by(stmt, names[name]), _copied(stmt)
            same = same if same in names and not held else ""
            frame.out.append(Flag(name, held, stmt.line, same))


def flag_test(world: World, frame: Frame, test: Expr) -> AnyFlagTest | None:
    """What a condition asks of flags; None where it asks nothing of any."""
    found = _asks(test, world.dialect.language)
    return found if found is not None and names_in(found) & _flags_of(world, frame).keys() else None


def unfolded(world: World, frame: Frame, stmt: Return) -> If | None:
    """``return ok ? text : null`` as a branch where flags decide; None for any other return."""
    value = stmt.value
    if not isinstance(value, Ternary) or flag_test(world, frame, value.test) is None:
        return None
    known = world.unfolded.get(id(stmt))
    if known is None:
        then, orelse = (Return(arm, stmt.line) for arm in (value.then, value.orelse))
        known = world.unfolded[id(stmt)] = If(value.test, (then,), (orelse,), stmt.line)
    return known


def _flags_of(world: World, frame: Frame) -> dict[str, frozenset[str]]:
    """The flags of the function that runs, each with the names of errors that handlers catch."""
    info = frame.function
    if info is None:
        return {}
    found = world.flags.get(info.number)
    if found is None:
        found = _find(info.node.body, world.dialect.language)
        world.flags[info.number] = found
    return found


def _find(body: tuple[Stmt, ...], language: str) -> dict[str, frozenset[str]]:
    mine = list(nodes_in(body, inner=False))
    tries = [node for node in mine if isinstance(node, Try)]
    if not tries:
        return {}
    tests = (_asks(node.test, language) for node in mine if isinstance(node, If | Ternary))
    asked = frozenset(name for test in tests for name in names_in(test))
    caught = frozenset(h.name for each in tries for h in each.handlers if h.name)
    stmts = [node for node in mine if isinstance(node, Assign | Evaluate)]
    copied = {_copied(s) for s in stmts if asked.intersection(_changed_by(s))} - {""}
    put: dict[str, set[str]] = {name: set() for name in asked | copied}
    for stmt in stmts:
        held = _put_by(stmt, caught) or _copied(stmt)
        for name in put.keys() & set(_changed_by(stmt)) if held else ():
            put[name].add(held)
    # What is set to one thing alone, and else to what nobody knows, says nothing.
    told = {name for name, held in put.items() if len(held - copied) > 1}
    names = {name for name, held in put.items() if name in told or held & told}
    return dict.fromkeys(names - _bound_elsewhere(body, mine), caught) if names else {}


def _copied(stmt: Assign | Evaluate) -> str:
    """``err`` of ``first := err``; empty for every other statement."""
    match stmt:
        case Assign(targets=(Name(),), value=Name(id), op=""):
            return id
        case _:
            return ""


def _bound_elsewhere(body: tuple[Stmt, ...], mine: list[object]) -> set[str]:
    """Names that are bound otherwise than by a statement of the function itself."""
    found: set[str] = set()
    for node in mine:
        match node:
            case For(target=target) | Assigned(target=target):
                found |= _names_in(target)
            case With(items=items):
                found |= _names_in(items)
            case Handler(name=str(name)):
                found.add(name)
    for function in (node for node in nodes_in(body) if isinstance(node, Function)):
        for node in nodes_in(function.body):
            if isinstance(node, Assign | Evaluate):
                found.update(_changed_by(node))
    return found


def _names_in(tree: object) -> set[str]:
    return {node.id for node in nodes_in(tree) if isinstance(node, Name)}


def _changed_by(stmt: Assign | Evaluate) -> Iterator[str]:
    """The names that a statement sets, and the lists that it may change."""
    if isinstance(stmt, Assign):
        for target in stmt.targets:
            match target:
                case Name(id):
                    yield id
                case Index(base=Name(id)) | Attr(base=Name(id)):
                    yield id
                case Many():
                    yield from _names_in(target)
    match stmt.value:
        case Call(callee=Attr(base=Name(id))):
            yield id


def _put_by(stmt: Assign | Evaluate, caught: frozenset[str]) -> str:
    """What the name holds that the statement changes."""
    match stmt:
        case Evaluate(Call(callee=Attr(name=method))) if method in FILLS:
            return SOMETHING
        case Assign(targets=(Index(),)):
            return SOMETHING
        case Assign(targets=(Name(id),), value=Call(Name("append"), (Arg(value=Name(of)), _))) if (
            id == of
        ):
            return SOMETHING
        case Assign(targets=(Name(),), value=Const(value), op="+="):
            return SOMETHING if value else OPEN
        case Assign(targets=(Name(),), value=value, op=""):
            return _held(value, caught)
        case _:
            return OPEN


def _held(value: Expr | None, caught: frozenset[str]) -> str:
    match value:
        case Const(None):
            return NOTHING
        case Const(plain):
            return SOMETHING if plain else FALSE
        case Many(items=items) | Mapping(items=items):
            return SOMETHING if items else EMPTY
        case Name(id) | Attr(base=Name(id), name="message") if id in caught:
            return SOMETHING
        case Ternary(then=then, orelse=orelse):
            each = {_held(then, caught), _held(orelse, caught)}
            return each.pop() if len(each) == 1 else OPEN
        case Call(args=args) if any(_held(arg.value, caught) == SOMETHING for arg in args):
            # An error of one's own is made of the one that came.
            return SOMETHING if _names_in(args) & caught else OPEN
        case _:
            return OPEN


def _asks(test: Expr, language: str) -> AnyFlagTest | None:
    """What the condition asks of plain names, whatever they are."""
    match test:
        case Name(id):
            true, false = {SOMETHING}, {FALSE, NOTHING}
            if language in EMPTY_IS_FALSE:
                false.add(EMPTY)
            elif language in EMPTY_IS_TRUE:
                true.add(EMPTY)
            return FlagTest(id, frozenset(true), frozenset(false))
        case Unary("not", operand):
            return inverse(_asks(operand, language))
        case Attr(base=Name(id), name=name) if name in LENGTHS:
            return _counted(id)
        case Call(callee=Name("len"), args=(Arg(value=Name(id)),)):
            return _counted(id)
        case Call(callee=Name("bool" | "Boolean"), args=(first,)):
            return _asks(first.value, language)
        case Binary("is" | "==" | "is not" | "!=" as op, Name(id), Const(None), _):
            is_none = FlagTest(id, frozenset({NOTHING}), frozenset({SOMETHING, EMPTY, FALSE}))
            return is_none if op in SAME else inverse(is_none)
        case Binary("is" | "==" | "is not" | "!=" as op, asked, Const(bool() as value), _):
            found = _asks(asked, language)
            return found if (op in SAME) == value else inverse(found)
        case Binary(op, asked, Const(int() as number), _) if (op, number) in MORE_THAN_NONE:
            return _number(asked, language)
        case Binary(op, asked, Const(int() as number), _) if (op, number) in NONE_AT_ALL:
            return inverse(_number(asked, language))
        case Binary("and" | "or" as op, left, right, _):
            parts = (_asks(left, language), _asks(right, language))
            return FlagTests(parts, op == "or") if any(parts) else None
        case _:
            return None


def _counted(name: str) -> FlagTest:
    return FlagTest(name, frozenset({SOMETHING}), frozenset({EMPTY, NOTHING}))


def _number(asked: Expr, language: str) -> AnyFlagTest | None:
    """What is asked of a number that is compared with none."""
    if isinstance(asked, Name):
        return FlagTest(asked.id, frozenset({SOMETHING}), frozenset({FALSE}))
    return _asks(asked, language)
