"""The dialect of JavaScript and TypeScript."""

from __future__ import annotations

from auditor.linker.dialect import Dialect
from auditor.linker.javascript.attributes import attribute
from auditor.linker.javascript.environment import ENVIRONMENT_FUNCTIONS, call_schema
from auditor.linker.javascript.library import LIBRARY
from auditor.linker.javascript.methods import call_own_method
from auditor.linker.javascript.names import name_of
from auditor.linker.javascript.promises import call_promise

JAVASCRIPT = Dialect(
    language="javascript",
    name_of=name_of,
    library={**LIBRARY, **ENVIRONMENT_FUNCTIONS},
    constructor="constructor",
    promises=True,
    open_options=True,
    nameless=True,
    attribute=attribute,
    method=call_own_method,
    call=call_promise,
    foreign=call_schema,
)
