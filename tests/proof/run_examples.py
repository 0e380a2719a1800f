"""Runs the calls of an example file while a vendor is lost, and says what became of each.

Standard input holds ``{"file": PATH, "lines": [...], "calls": [{"line": 1, "function": "",
"first": "", "vendors": [...]}]}``: ``lines`` are those of all calls, ``function`` is what to run,
empty for the line itself, ``first`` the vendor that is asked first. Parameters that are called keys
are given its key, all others a question.
Prints, for each call, what happened by vendor: ``survives``, ``degrades`` or ``stops``; or one text
that says why it does not run here at all.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from vendors import KEYS, VENDORS, NeverEnds, Town, leave, redirect

#: How an outage shows itself: nobody listens, nobody answers, an error, overload.
OUTAGE = ("refused", "silent", "500", "529")


class Said(ast.NodeTransformer):
    """Conversations that an example leaves empty get one turn: real servers want one too."""

    def visit_keyword(self, node: ast.keyword) -> ast.keyword:
        self.generic_visit(node)
        if node.arg == "messages" and isinstance(node.value, ast.List):
            node.value = ast.parse('[{"role": "user", "content": "?"}]', mode="eval").body
        return node


class Example:
    """One file, run again for each question; calls at its top are left out but for the one."""

    def __init__(self, path: Path, lines: set[int]) -> None:
        self._path = path
        self._tree = Said().visit(ast.parse(path.read_text(encoding="utf-8")))
        self._lines = lines
        self._loop = asyncio.new_event_loop()

    def run(self, line: int, function: str, key: str) -> object:
        """What the call at the line gives, or the function around it."""
        spaces: dict[str, Any] = {"__name__": "example", "__file__": str(self._path)}
        last: Any = None
        for node in self._tree.body:
            inside = {n for n in self._lines if node.lineno <= n <= (node.end_lineno or 0)}
            defines = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if (inside or self._starts(node)) and not defines and line not in inside:
                continue
            if isinstance(node, ast.Expr) and line in inside:
                last = eval(compile(ast.Expression(node.value), "example", "eval"), spaces)
            else:
                exec(compile(ast.Module([node], []), "example", "exec"), spaces)
        if function:
            owner, _, name = function.rpartition(".")
            holder = _called(spaces[owner], key) if owner else None
            last = _called(getattr(holder, name) if owner else spaces[name], key)
        return self._finished(last)

    def _starts(self, node: ast.stmt) -> bool:
        """Whether a line calls a function of the file itself: each question has its own start."""
        own = {one.name for one in self._tree.body if isinstance(one, ast.FunctionDef)}
        match node:
            case ast.Expr(ast.Call(ast.Name(name))):
                return name in own
        return False

    def _finished(self, value: Any) -> object:
        """The end of a promise or stream."""
        if inspect.isawaitable(value):
            return self._finished(self._loop.run_until_complete(_await(value)))
        if inspect.isgenerator(value):
            return list(value)
        if inspect.isasyncgen(value):
            return self._loop.run_until_complete(_gather(value))
        return value


async def _await(value: Any) -> Any:
    return await value


async def _gather(values: Any) -> list[Any]:
    return [value async for value in values]


def _called(function: Callable[..., Any], key: str) -> Any:
    needed = [
        key if one.name.endswith("key") else "?"
        for one in inspect.signature(function).parameters.values()
        if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD
    ]
    return function(*needed)


def judge(example: Example, town: Any, call: dict[str, Any]) -> dict[str, str] | str:
    """What happens to one call without each of its vendors."""

    absent = [vendor for vendor in call["vendors"] if vendor not in VENDORS]
    if absent:
        return f"nobody here plays {absent[0]}"
    key = os.environ[KEYS[call["first"]][0]] if call["first"] in KEYS else ""
    gives: list[bool] = []

    def outcome() -> str:
        town.answered.clear()
        town.asked = 0
        try:
            gives.append(example.run(call["line"], call["function"], key) is not None)
        except SystemExit as over:
            if over.code not in (None, 0) or (gives and gives[0]):
                return f"stops: ends with {over.code}"
            gives.append(False)
        except (Exception, NeverEnds) as error:  # noqa: BLE001 - any of them is an end
            return f"stops: {type(error).__name__}: {str(error)[:80]}"
        # An answer that is thrown away is none.
        return "survives" if town.answered and (gives[-1] or not gives[0]) else "degrades"

    usual = outcome()
    if usual != "survives":
        return f"does not run: {usual}"
    found = {}
    for vendor in call["vendors"]:
        words = []
        for mode in OUTAGE:
            town.modes[vendor] = mode
            words.append(outcome())
        town.modes[vendor] = "ok"
        worst = [word for word in words if word.startswith("stops")]
        found[vendor] = "stops" if worst else "degrades" if "degrades" in words else "survives"
    return found


def no_waiting() -> None:
    """Pauses between tries are skipped."""
    wait = asyncio.sleep

    async def at_once(_seconds: float, result: object = None) -> object:
        await wait(0)
        return result

    asyncio.sleep = at_once  # type: ignore[assignment]
    time.sleep = lambda _seconds: None
    try:
        import anyio
    except ImportError:
        return
    anyio.sleep = lambda _seconds: wait(0)


def name_keys(text: str) -> None:
    """Variables for keys that a file reads are given the key of the vendor in their name.

    Those of vendors that nobody plays here hold a key that nobody takes.
    """
    for name in re.findall(r"""(?:environ\[|getenv\(|environ\.get\()["'](\w+)""", text):
        vendor = next((one for one in KEYS if one.upper() in name), None)
        if name.endswith(("KEY", "KEYS")):
            os.environ.setdefault(name, os.environ[KEYS[vendor][0]] if vendor else "sk-nobody")


def end(status: int) -> NoReturn:
    """The end of a program that leaves nobody a say is an end of the run as well."""
    raise SystemExit(status)


def main() -> None:
    """Answer for every call of the file on standard input."""
    asked = json.load(sys.stdin)
    path = Path(asked["file"])
    sys.path.insert(0, str(path.parent))
    town = Town()
    redirect(town)
    no_waiting()
    name_keys(path.read_text(encoding="utf-8"))
    example = Example(path, set(asked["lines"]))
    really, os._exit = os._exit, end
    found = [judge(example, town, call) for call in asked["calls"]]
    os._exit = really
    leave(found)


if __name__ == "__main__":
    main()
