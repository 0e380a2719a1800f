"""Runs ``main`` of a module under each failure of one vendor: ``MODULE VENDOR MODE...``.

Prints one JSON object: by mode, the text that came back, or the exception with a ``!`` before it.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import sys
from pathlib import Path
from typing import Any


def outcome(function: Any, loop: asyncio.AbstractEventLoop) -> str:
    """What a caller of the function gets; one loop for all, since libraries keep connections."""
    try:
        answer = function("?")
        return str(loop.run_until_complete(answer) if inspect.iscoroutine(answer) else answer)
    except Exception as error:  # noqa: BLE001 - which one is what the test asks
        return f"! {type(error).__name__}"


def run(module: str, vendor: str, modes: list[str]) -> dict[str, str]:
    """Each mode in turn, with fresh connections: the module is imported anew."""
    from vendors import Town, redirect

    town = Town()
    redirect(town)
    found = {}
    loop = asyncio.new_event_loop()
    for mode in modes:
        town.modes[vendor] = mode
        sys.modules.pop(module, None)
        found[mode] = outcome(importlib.import_module(module).main, loop)
    town.over.set()
    return found


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parent), str(Path.cwd())]
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ["DISABLE_AIOHTTP_TRANSPORT"] = "True"
    said = run(sys.argv[1], sys.argv[2], sys.argv[3:])
    sys.stdout.write(f"\n{json.dumps(said)}\n")
    sys.stdout.flush()
    os._exit(0)  # libraries leave threads behind
