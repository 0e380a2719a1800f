"""Lists every module, function and class of the scanned tree, and numbers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from auditor.linker.blocks import flatten
from auditor.linker.definitions import ClassInfo, FunctionInfo, ModuleInfo
from auditor.model.facts import (
    Assign,
    Attr,
    Call,
    Class,
    Expr,
    FileFacts,
    Function,
    Many,
    Name,
    Stmt,
)


class Index:
    """Modules by path, functions and classes by number, and nodes by position."""

    def __init__(self) -> None:
        self.modules: dict[str, ModuleInfo] = {}
        self.functions: list[FunctionInfo] = []
        self.classes: list[ClassInfo] = []
        self.by_node: dict[tuple[str, int, int], int] = {}
        self._alike: dict[tuple[int, str], list[int]] = {}

    def add_file(self, facts: FileFacts, in_tests: bool) -> None:
        """Take in one file."""
        path = PurePosixPath(facts.path)
        package = path.stem == "__init__"
        parts = path.parent.parts if package else (*path.parent.parts, path.stem)
        self.modules[facts.path] = ModuleInfo(facts.path, facts, parts, package, in_tests)
        self._add_block(facts.path, facts.body, "", None, False, in_tests)

    def _add_block(
        self,
        path: str,
        body: Iterable[Stmt],
        prefix: str,
        cls: ClassInfo | None,
        nested: bool,
        in_tests: bool,
    ) -> None:
        for stmt in flatten(body):
            match stmt:
                case Function():
                    self.add_function(path, stmt, prefix, cls, nested, in_tests)
                case Class():
                    self._add_class(path, stmt, prefix, nested, in_tests)
                case _:
                    pass

    def add_function(
        self,
        path: str,
        node: Function,
        prefix: str,
        cls: ClassInfo | None,
        nested: bool,
        in_tests: bool,
    ) -> FunctionInfo:
        """Take in one function and everything defined inside it."""
        qualname = f"{prefix}{node.name}"
        info = FunctionInfo(
            len(self.functions),
            qualname,
            path,
            node,
            cls.number if cls else None,
            nested,
            in_tests,
            frozenset(_decorator_names(node)),
        )
        self.functions.append(info)
        self.modules[path].functions.append(info)
        self.by_node[path, node.span.line, node.span.column] = info.number
        if cls is not None:
            cls.methods[_called(node.name, info.decorators)] = info
            self._alike.setdefault((cls.number, node.name), []).append(info.number)
            self._note_attributes(cls, info)
        self._add_block(path, node.body, f"{qualname}.", None, True, in_tests)
        return info

    def overloads(self) -> dict[int, tuple[int, ...]]:
        """Methods of one name in one class, by the number of each of them."""
        several = [tuple(numbers) for numbers in self._alike.values() if len(numbers) > 1]
        return {number: numbers for numbers in several for number in numbers}

    def join_part(self, whole: ClassInfo, part: ClassInfo) -> None:
        """Give a type the methods that another declaration only adds to it."""
        for name, method in part.methods.items():
            whole.methods.setdefault(name, method)
            method.cls = whole.number
        for name, methods in part.attributes.items():
            whole.attributes.setdefault(name, []).extend(methods)
        part.methods = {}
        span = part.node.span
        self.by_node[part.path, span.line, span.column] = whole.number

    def _add_class(self, path: str, node: Class, prefix: str, nested: bool, in_tests: bool) -> None:
        qualname = f"{prefix}{node.name}"
        info = ClassInfo(len(self.classes), qualname, path, node)
        self.classes.append(info)
        self.by_node[path, node.span.line, node.span.column] = info.number
        self._add_block(path, node.body, f"{qualname}.", info, nested, in_tests)

    def _note_attributes(self, cls: ClassInfo, method: FunctionInfo) -> None:
        if not method.node.params:
            return
        receiver = method.node.params[0].name
        for stmt in flatten(method.node.body):
            if isinstance(stmt, Assign):
                for name in _receiver_attributes(stmt.targets, receiver):
                    methods = cls.attributes.setdefault(name, [])
                    if method not in methods:
                        methods.append(method)


def _called(name: str, decorators: frozenset[str]) -> str:
    """What a method is reached by: reading a property that can also be set runs the one that reads.

    What is set is found under the property's name without running the method that sets it.
    """
    return f"set {name}" if decorators & {f"{name}.setter", f"{name}.deleter"} else name


def _decorator_names(node: Function) -> Iterator[str]:
    """The decorators' names as written, whole and last segment, calls without their arguments."""
    for decorator in node.decorators:
        expr = decorator.callee if isinstance(decorator, Call) else decorator
        parts: list[str] = []
        while isinstance(expr, Attr):
            parts.append(expr.name)
            expr = expr.base
        if isinstance(expr, Name):
            parts.append(expr.id)
        if parts:
            yield parts[0]
            yield ".".join(reversed(parts))


def _receiver_attributes(targets: tuple[Expr, ...], receiver: str) -> Iterator[str]:
    for target in targets:
        match target:
            case Attr(Name(id), name, _) if id == receiver:
                yield name
            case Many(_, items, _):
                yield from _receiver_attributes(items, receiver)
            case _:
                pass
