"""The dialect of JavaScript and TypeScript."""

from __future__ import annotations

from auditor.linker.dialect import Dialect
from auditor.linker.javascript.attributes import attribute, item
from auditor.linker.javascript.environment import ENVIRONMENT_FUNCTIONS, call_schema
from auditor.linker.javascript.library import LIBRARY
from auditor.linker.javascript.methods import call_own_method
from auditor.linker.javascript.modules import ScriptFinder
from auditor.linker.javascript.names import name_of
from auditor.linker.javascript.promises import call_promise
from auditor.linker.settings_files import parsed
from auditor.linker.values import Arguments, Values
from auditor.linker.world import World


def _foreign(world: World, owner: str, path: str, args: Arguments) -> Values | None:
    """Methods of a library's object that mean the same whatever the library."""
    method = path.rpartition(".")[2]
    if method == "pipe" and args:
        # prompt.pipe(model).pipe(parser) asks what the model asks.
        piped = [v for v in args[0].values.items if world.rules.pipes(v)]
        return Values(tuple(piped)) if piped else None
    return call_schema(owner, method, args)


JAVASCRIPT = Dialect(
    language="javascript",
    name_of=name_of,
    library={**LIBRARY, **ENVIRONMENT_FUNCTIONS},
    constructor="constructor",
    finder=lambda modules, _rules, packages: ScriptFinder(modules, packages),
    promises=True,
    open_options=True,
    nameless=True,
    open_types=True,
    lenient=True,
    fresh_rounds=True,
    item=item,
    attribute=attribute,
    method=call_own_method,
    call=call_promise,
    foreign=_foreign,
    outside=parsed,
)
