"""What one line of a table of routes is given, and the routes that a resource has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.linker.closures import BLOCK
from auditor.model.facts import Arg, Call, Closure, Const, Expr, Many, Mapping

_WHOLE = (("GET", "", "index"), ("POST", "", "create"), ("GET", "/new", "new"))
_ONE = (("GET", "", "show"), ("PATCH", "", "update"), ("DELETE", "", "destroy"),
        ("GET", "/edit", "edit"))  # fmt: skip
#: A resource that there is one of has these besides.
_LONE = (("POST", "", "create"), ("GET", "/new", "new"))


@dataclass(frozen=True, slots=True)
class Given:
    """The arguments of a line: plain texts, ``"path" => "target"``, options, and a block."""

    plain: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    options: dict[str, Expr]
    block: Closure | None

    @property
    def first(self) -> str:
        """The first plain text; empty where there is none."""
        return self.plain[0] if self.plain else ""

    def text(self, name: str) -> str:
        """An option that is a text; empty for any other."""
        return text_in(self.options.get(name))

    def words(self, name: str) -> tuple[str, ...]:
        """An option that is a text or a list of them."""
        value = self.options.get(name)
        items = value.items if isinstance(value, Many) else (value,)
        return tuple(text for item in items if (text := text_in(item)))


def text_in(expr: Expr | None) -> str:
    """The text that is written out; empty for anything else."""
    return expr.value if isinstance(expr, Const) and isinstance(expr.value, str) else ""


def given_in(call: Call) -> Given:
    """The arguments of a call, as a table of routes has them."""
    plain = tuple(text for arg in call.args if arg.name is None and (text := text_in(arg.value)))
    options = {arg.name: arg.value for arg in call.args if arg.name is not None}
    block = options.pop(BLOCK, None)
    return Given(plain, tuple(_pairs(call.args)), options,
                 block if isinstance(block, Closure) else None)  # fmt: skip


def _pairs(args: tuple[Arg, ...]) -> Iterator[tuple[str, str]]:
    for arg in args:
        items = arg.value.items if isinstance(arg.value, Mapping) else ()
        for key, value in items:
            if text_in(key) and text_in(value):
                yield text_in(key), text_in(value)


def words_of(path: str) -> list[str]:
    """The words of an address that are written out; one at least."""
    found = [word for word in path.split("/") if word and not word.startswith((":", "("))]
    return found or [""]


def plural(word: str) -> str:
    """The name of the controller of a resource that there is one of."""
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return word if word.endswith("s") else f"{word}s"


def member_routes(given: Given, *, many: bool) -> Iterator[tuple[str, str, str]]:
    """The verb, the end of the address and the method of what a resource answers by itself."""
    only, never = given.words("only"), given.words("except")
    every = [*_WHOLE, *((v, f"/:id{p}", a) for v, p, a in _ONE)] if many else [*_LONE, *_ONE]
    for verb, path, action in every:
        if (not only or action in only) and action not in never:
            yield verb, path, action
