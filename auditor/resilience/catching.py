"""Which errors a handler takes, and what a condition on a caught error comes to.

Both are asked for one way in which an outage shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from auditor.model.behaviour import LIMIT
from auditor.model.error_test import (
    AllOf,
    AnyOf,
    ErrorTest,
    Inverse,
    OfClass,
    OfType,
    Undecided,
)
from auditor.resilience.states import Error

#: Handlers of these types catch every error.
EVERYTHING = frozenset({
    "builtins.Exception", "builtins.BaseException", "java.lang.Exception", "java.lang.Throwable",
    "System.Exception",
})  # fmt: skip
#: Not errors but the end of the program, which handlers of all errors let through.
ENDS = frozenset({"builtins.SystemExit"})
#: The error classes of a request through a library that exception types stand for.
Caught = Callable[[tuple[str, ...], str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Catching:
    """Errors that show as ``error_class``; ``bases`` are those of the repository's own types."""

    error_class: str
    caught: Caught
    bases: Mapping[str, tuple[str, ...]]

    def takes(self, types: tuple[str, ...], error: Error) -> bool:
        """Whether a handler for these types takes the error."""
        if error.names and error.names[0].startswith(LIMIT):
            return error.names[0] in types
        return not error.late and (not types or self._is_of(types, error))

    def holds(self, test: ErrorTest, error: Error) -> bool | None:
        """Whether the error is as the test asks; None where nobody can say."""
        match test:
            case Undecided():
                return None
            case OfType(types):
                known = "?" not in types and (error.names or error.sdk)
                return self._is_of(types, error) if known else None
            case OfClass(sure, may):
                if error.names or not error.sdk or self.error_class in may:
                    return None
                return self.error_class in sure
            case Inverse(inner):
                found = self.holds(inner, error)
                return None if found is None else not found
            case AllOf(tests):
                each = [self.holds(inner, error) for inner in tests]
                return False if False in each else None if None in each else True
            case AnyOf(tests):
                each = [self.holds(inner, error) for inner in tests]
                return True if True in each else None if None in each else False

    def _is_of(self, types: tuple[str, ...], error: Error) -> bool:
        if EVERYTHING & set(types):
            return not ENDS & set(error.names) or "builtins.BaseException" in types
        if error.names:
            above = {name for own in error.names for name in (own, *self.bases.get(own, ()))}
            return bool(above & set(types))
        return self.error_class in self.caught(types, error.sdk)
