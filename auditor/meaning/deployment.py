"""The configuration files of a tree, taken together: what they declare, route and run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from auditor.meaning.attempts import TargetReader
from auditor.meaning.code import code_lines
from auditor.meaning.commands import CommandReader
from auditor.meaning.documents import documents_of
from auditor.meaning.embedded import LANGUAGES, programs_in
from auditor.meaning.handlers import handler_lines
from auditor.meaning.jobs import jobs_of, sql_jobs
from auditor.meaning.lines import lines_of
from auditor.meaning.names import VariableNames
from auditor.meaning.packages import PackageNames
from auditor.meaning.records import Line, all_records
from auditor.meaning.routes import Route, routes_of
from auditor.meaning.sql import SqlReader, sql_lines
from auditor.meaning.surroundings import surroundings_of
from auditor.meaning.values import ValueReader
from auditor.meaning.workflows import with_workflows
from auditor.model.behaviour import Attempt, attempts_of
from auditor.model.catalog import Catalog
from auditor.model.config import ConfigFile, ConfigSite, Surroundings
from auditor.model.facts import FileFacts
from auditor.model.program import Program
from auditor.rulebook.match import Matcher

#: Documents that hold no settings, but text or code.
NOT_SETTINGS = frozenset({"lines", "shell", "sql", "javascript", "typescript", *LANGUAGES})


@dataclass
class Deployment:
    """Everything that configuration files say, worked out on demand."""

    files: tuple[ConfigFile, ...]
    catalog: Catalog
    matcher: Matcher

    def __post_init__(self) -> None:
        names = VariableNames(self.catalog, self.matcher)
        serves = {p.id: p.serves for p in self.catalog.platforms.values()}
        self._reader = ValueReader(self.matcher, names, serves)
        self._targets = TargetReader(self.catalog, self.matcher, names)
        self._packages = PackageNames(self.catalog)
        self._documents = documents_of(self.files, self.catalog)

    @cached_property
    def surroundings(self) -> Surroundings:
        """Variables and packages that the files declare."""
        return surroundings_of(self._documents)

    def join(self, program: Program, facts: Iterable[tuple[FileFacts, bool]]) -> Program:
        """The program with its configuration lines, routes and jobs."""
        ours = [d for d in self._documents if not d.in_tests]
        records = all_records(ours)
        routes = routes_of(ours, records, self._targets)
        commands = CommandReader(self.catalog, self.matcher, self._targets)
        jobs = jobs_of(ours, commands, self._targets)
        jobs += sql_jobs(ours, SqlReader(self.catalog), self._targets)
        sites: set[ConfigSite] = set(code_lines((*facts, *programs_in(ours)), self._reader))
        for document in ours:
            if document.syntax not in NOT_SETTINGS:
                sites.update(lines_of(document, self._reader, records))
            elif document.syntax == "sql":
                sites.update(sql_lines(document, self._reader))
        for route in routes:
            sites.update(_route_lines(route))
        sites.update(self._packages.lines(self.surroundings.dependencies))
        sites.update(handler_lines(program))
        return with_workflows(program, routes, jobs, _once(sites), self.surroundings)


def _route_lines(route: Route) -> Iterable[ConfigSite]:
    attempts = attempts_of(route.ask) if route.ask else ()
    whole = attempts[0] if len({(a.vendor, a.platform) for a in attempts}) == 1 else None
    for line in route.lines:
        yield _site(line, whole)
    for option in route.options:
        for line in option.lines:
            yield _site(line, option.attempt)


def _site(line: Line, attempt: Attempt | None) -> ConfigSite:
    model = line.text if line.what == "model" else None
    key = line.key or (line.text if line.what == "gateway-route" else None)
    return ConfigSite(
        line.path, line.line, line.what,
        attempt.vendor if attempt else None, attempt.platform if attempt else None, model, key,
    )  # fmt: skip


def _once(sites: Iterable[ConfigSite]) -> tuple[ConfigSite, ...]:
    """One row per line and kind: the one that tells most."""
    best: dict[tuple[str, int, str], ConfigSite] = {}
    for site in sorted(sites, key=_order):
        key = (site.path, site.line, site.what)
        known = best.get(key)
        if known is None or _told(site) > _told(known):
            best[key] = site
    return tuple(sorted(best.values(), key=_order))


def _order(site: ConfigSite) -> tuple[str, int, str, str, str, str, str]:
    told = (site.vendor or "", site.platform or "", site.model or "", site.key or "")
    return (site.path, site.line, site.what, *told)


def _told(site: ConfigSite) -> int:
    return sum(part is not None for part in (site.vendor, site.platform, site.model))
