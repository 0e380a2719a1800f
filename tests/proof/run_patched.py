"""Runs ``main`` of a module under each failure of one vendor: ``MODULE VENDOR MODE...``.

Prints one JSON object: by mode, the text that came back, or the exception with a ``!`` before it.
Variables that ``WITHOUT`` names are not set.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import os
import sys
from pathlib import Path
from typing import Any

from vendors import Town, leave, redirect


def outcome(function: Any, loop: asyncio.AbstractEventLoop) -> str:
    """What a caller of the function gets; one loop for all, since libraries keep connections."""
    try:
        answer = function("?")
        return str(loop.run_until_complete(answer) if inspect.iscoroutine(answer) else answer)
    except Exception as error:  # noqa: BLE001 - which one is what the test asks
        return f"! {type(error).__name__}"


def _forget(folder: Path) -> None:
    """All modules below a folder, which keep connections and answers."""
    for name, module in list(sys.modules.items()):
        place = getattr(module, "__file__", None)
        if place and name != "__main__" and folder in Path(place).parents:
            del sys.modules[name]


def run(module: str, vendor: str, modes: list[str]) -> dict[str, str]:
    """Each mode in turn, with fresh connections: the module is imported anew."""
    town = Town()
    redirect(town)
    for name in os.environ.get("WITHOUT", "").split():
        os.environ.pop(name, None)
    found = {}
    loop = asyncio.new_event_loop()
    for mode in modes:
        town.modes[vendor] = mode
        _forget(Path.cwd())
        found[mode] = outcome(importlib.import_module(module).main, loop)
    town.over.set()
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    leave(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
