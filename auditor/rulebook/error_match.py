"""Which kinds of outage an exception handler catches: a pure look-up in the error tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from auditor.model.behaviour import STATUS_CLASSES
from auditor.model.catalog import Catalog, ErrorTable
from auditor.rulebook.errors import ANY_SDK, RAISED_CLASSES

Classes = frozenset[str]
Names = Mapping[str, Classes]

_NOTHING: Classes = frozenset()
#: What is left of a library's errors where another one turns its answers into errors of its own.
_TRANSPORT: Classes = frozenset({"connect", "timeout"})
_BUILTIN = "builtins."


class ErrorMatchers:
    """The look-ups for all languages; here ``sdk`` is the key of an SDK: ``LANGUAGE/ID``."""

    def __init__(self, catalog: Catalog, languages: Iterable[str]) -> None:
        self._of = {language: ErrorMatcher(catalog, language) for language in languages}

    def caught(self, types: tuple[str, ...], sdk: str, platform: str | None = None) -> Classes:
        """As ``ErrorMatcher.caught``. Errors of no library are those of every language."""
        language, _, plain = sdk.partition("/")
        meant = [self._of[language]] if language in self._of else list(self._of.values())
        return _NOTHING.union(*(matcher.caught(types, plain, platform) for matcher in meant))


class ErrorMatcher:
    """All look-ups for one language. Build it once; answers are remembered.

    Everywhere ``sdk`` is the id of an SDK rule or, where such a rule stands for several libraries,
    the id of the error table of the one that is meant. An SDK without a table raises the types
    of the language alone.
    """

    def __init__(self, catalog: Catalog, language: str) -> None:
        tables = [table for table in catalog.errors if table.language == language]
        self._tables = {table.id: table for table in tables}
        self.types = frozenset(name for table in tables for name in table.exceptions)
        #: Methods of answers that raise for an error status.
        self.raising = frozenset(name for table in tables for name in table.raises_with)
        everywhere = [table for table in tables if ANY_SDK in table.sdks]
        #: Types that every library may raise or derive its own from.
        self._shared = _common([table.exceptions for table in everywhere], {})
        self._aliases = {new: old for table in tables for new, old in table.aliases.items()}
        self._of_sdk: dict[str, list[ErrorTable]] = {}
        for table in tables:
            for sdk in table.sdks:
                self._of_sdk.setdefault(sdk, []).append(table)
        self._views: dict[tuple[str, str | None], Names] = {}

    def caught(self, types: tuple[str, ...], sdk: str, platform: str | None = None) -> Classes:
        """The error classes of a request through ``sdk`` that a handler for ``types`` catches.

        No types are a bare handler: it catches all that is raised, which a slow answer and an
        error inside a good answer are not. Types that are unknown, or of a library that has
        nothing to do with ``sdk``, catch nothing. Where several libraries may be meant, only what
        is caught of all of them counts; a ``platform`` rules out those that others speak through.
        """
        if not types:
            return RAISED_CLASSES
        names = [self._plain(name) for name in types]
        views = [self._view(table, platform) for table in self._meant(names, sdk, platform)]
        caught = [_union(names, {**self._shared, **view}) for view in views or [{}]]
        return caught[0].intersection(*caught[1:])

    def raised(
        self, sdk: str, called: Collection[str] = (), options: Collection[str] = ()
    ) -> Classes:
        """The error classes that become exceptions at all.

        ``called`` are names of methods or arguments that the code uses on the answer: some
        libraries raise nothing for an HTTP error status unless asked to. Where several libraries
        may be meant, a name that only some of them know tells which. ``options`` are names that
        the code sets or passes where it asks or builds the client: some keep a status quiet.
        """
        tables = self._tables_of(sdk)
        asked = [table for table in tables if set(called).intersection(table.raises_with)]
        quiet = any(set(options).intersection(table.quiet_with) for table in tables)
        if asked or (not quiet and all(table.status_errors for table in tables)):
            return RAISED_CLASSES
        return RAISED_CLASSES - STATUS_CLASSES

    def _plain(self, name: str) -> str:
        name = name.removeprefix(_BUILTIN)
        return self._aliases.get(name, name)

    def _tables_of(self, sdk: str) -> list[ErrorTable]:
        if sdk in self._of_sdk:
            return self._of_sdk[sdk]
        return [self._tables[sdk]] if sdk in self._tables else []

    def _meant(self, names: list[str], sdk: str, platform: str | None) -> list[ErrorTable]:
        """The tables of the SDK; where one's own types are named, the handler is about that one."""
        tables = self._tables_of(sdk)
        own = [
            table
            for table in tables
            if any(n not in self._shared and n in self._view(table, platform) for n in names)
        ]
        return own or tables

    def _view(self, table: ErrorTable, platform: str | None) -> Names:
        """Every type that comes out of the library, its own first, then what it lets through."""
        key = (table.id, platform)
        if key not in self._views:
            passed = [self._passed(inner, platform) for inner in self._layers(table, platform)]
            self._views[key] = {**_common(passed, self._shared), **self._own(table)}
        return self._views[key]

    def _own(self, table: ErrorTable) -> Names:
        return {self._plain(name): classes for name, classes in table.exceptions.items()}

    def _layers(self, table: ErrorTable, platform: str | None) -> list[ErrorTable]:
        """The tables it lets through; where several belong to platforms, the platform chooses."""
        tables = [self._tables[name] for name in table.passes_through]
        if platform is None or sum(1 for inner in tables if inner.platforms) < 2:
            return tables
        return [inner for inner in tables if not inner.platforms or platform in inner.platforms]

    def _passed(self, table: ErrorTable, platform: str | None) -> Names:
        view = self._view(table, platform)
        if table.status_errors:
            return view
        return {name: classes & _TRANSPORT for name, classes in view.items()}


def _union(names: Iterable[str], view: Names) -> Classes:
    return _NOTHING.union(*(view.get(name, _NOTHING) for name in names))


def _common(views: Iterable[Names], shared: Names) -> Names:
    """The types of all ``views``; one that several know means what it means for all of these.

    A shared type is known to every view: one that does not list it raises nothing derived from it.
    """
    views = list(views)
    found: dict[str, Classes] = {}
    for name in {name for view in views for name in view}:
        meanings = [view.get(name, shared.get(name)) for view in views]
        known = [classes for classes in meanings if classes is not None]
        found[name] = known[0].intersection(*known[1:])
    return found
