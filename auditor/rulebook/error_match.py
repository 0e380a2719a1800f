"""Which error classes a handler catches."""

from __future__ import annotations

from auditor.model.behaviour import ERROR_CLASSES
from auditor.model.catalog import Catalog

EVERYTHING = frozenset({"builtins.Exception", "builtins.BaseException"})


class ErrorMatcher:
    """Look-ups over the error tables of one language."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self._language = language

    def caught(self, types: tuple[str, ...], sdk: str) -> frozenset[str]:
        """The classes of a request made through ``sdk`` that a handler of ``types`` catches."""
        return ERROR_CLASSES if not types or EVERYTHING & set(types) else frozenset()
