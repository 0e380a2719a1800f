"""What differs from one language to another while code is run on abstract values.

The interpreter is one for all languages. Where a language has words, built-in functions or methods
of its own, it asks the dialect of the world it runs in. A hook that returns None has nothing to
say, and what holds for every language goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.linker.definitions import ModuleInfo
from auditor.linker.imports import ModuleFinder
from auditor.linker.values import Arguments, Method, Value, Values
from auditor.model.facts import Call, Class
from auditor.model.packages import Packages

#: The world and the frame, which are defined above this module.
Anything = Any
LibraryFunction = Callable[[Anything, Anything, Arguments, Anything], Values]


def _says_nothing(*_: Anything) -> None:
    """A hook of a language that has no ways of its own here."""


def _has_none(_: Anything) -> list[tuple[str, Values]]:
    """What a language offers that has no such thing."""
    return []


def _names_none(_world: Anything, _method: Anything) -> str:
    """The address of a method in a language that has no tables of them."""
    return ""


def _only(_world: Anything, number: int, _args: Arguments) -> int:
    """The function itself, in a language without overloads."""
    return number


def _denies(_: Class) -> bool:
    """What holds of no class of a language that has no such thing."""
    return False


@dataclass(frozen=True, slots=True)
class Dialect:
    """One language's own ways.

    ``name_of`` is what a bare name means that nothing binds, ``library`` the built-in functions by
    qualified name, ``constructor`` the method that construction runs, ``finder`` makes what looks
    up modules, out of the modules, the rules and the packages. With ``promises`` a call that
    is given back without being awaited fails where no handler of the function sees it. With
    ``open_options`` named arguments of libraries are keys of an object among the arguments.
    With ``several`` a library's function may give several results, the first of which counts.
    With ``nameless`` a function without a name is run like any other when nobody calls it.
    With ``open_types`` a type may be nothing but a shape, which constants are declared to have.
    ``undefined`` is the error that reading a name raises which nothing binds, empty where none.
    With ``accessors`` the parts of a library's object are read by methods: ``client.chat()``.
    With ``overloads`` a class has methods of one name that differ by their parameters, and fields
    that are called as methods are.
    With ``lenient`` a member that is missing is no error, so neither is reading an error page.
    With ``fresh_rounds`` each round of a loop has names of its own, and functions made there keep
    them.
    With ``plug_ins`` a library runs the methods of an object that is handed to it and derives
    from a class of a library.
    ``run_as`` are the methods that run when an object is run. ``own_methods`` stands before the
    names of methods that a class has by itself, ``fields`` before those of an object's fields.
    ``address`` is under which one a table of routes has a method asked for.
    ``member`` is what a bare name means as a member of the types around it, ``choose`` which of
    several methods of one name is called. ``annotations`` say what a field or parameter holds that
    is annotated so, ``types`` are the types that ``library`` and they speak of. ``given`` is what a
    container for dependencies hands out for a type, ``offers`` what the program hands to it by a
    library's type.
    ``home`` is the frame of another file that binds a global, ``settle`` completes the index,
    ``adds_to`` says of a class that it adds to one of that name, ``unseen`` what a value
    of a class is that nothing builds.
    ``item`` is asked first for what stands under a key, ``container`` about every call of a method
    whether it fills or asks a container for dependencies.
    ``attribute``, ``method`` and ``call`` are asked before the common rules, ``foreign`` about a
    call of a library's object, ``outside`` about one of a library's function that no rule knows.
    """

    language: str
    name_of: Callable[[Anything, Anything, str], Value | None]
    library: Mapping[str, LibraryFunction]
    constructor: str
    finder: Callable[[Mapping[str, ModuleInfo], Anything, Packages], ModuleFinder]
    promises: bool = False
    open_options: bool = False
    several: bool = False
    nameless: bool = False
    open_types: bool = False
    lenient: bool = False
    fresh_rounds: bool = False
    plug_ins: bool = True
    accessors: bool = False
    overloads: bool = False
    undefined: str = ""
    own_methods: str = ""
    fields: str = ""
    run_as: tuple[str, ...] = ("__call__",)
    annotations: Mapping[str, LibraryFunction] = field(default_factory=dict)
    types: frozenset[str] = frozenset()
    member: Callable[[Anything, Anything, str], Values | None] = _says_nothing
    choose: Callable[[Anything, int, Arguments], int] = _only
    given: Callable[[Anything, Value], Values | None] = _says_nothing
    offers: Callable[[Anything], list[tuple[str, Values]]] = _has_none
    item: Callable[[Anything, Value, str], Values | None] = _says_nothing
    container: Callable[[Anything, Anything, str, Arguments, Anything], Values | None] = (
        _says_nothing
    )
    attribute: Callable[[Anything, Value, str], Values | None] = _says_nothing
    method: Callable[[Anything, Anything, Method, Arguments, Anything], Values | None] = (
        _says_nothing
    )
    call: Callable[[Anything, Anything, Call], Values | None] = _says_nothing
    foreign: Callable[[Anything, str, str, Arguments], Values | None] = _says_nothing
    outside: Callable[[Anything, str, Arguments, Anything], Values | None] = _says_nothing
    home: Callable[[Anything, Anything, str], Anything | None] = _says_nothing
    address: Callable[[Anything, Anything], str] = _names_none
    settle: Callable[[Anything], None] = _says_nothing
    adds_to: Callable[[Class], bool] = _denies
    unseen: Callable[[Anything, Anything], Values | None] = _says_nothing
