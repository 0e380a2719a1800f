"""The configuration files of a tree, taken together: what they declare, route and run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from auditor.meaning.attempts import TargetReader
from auditor.meaning.chains import Chains
from auditor.meaning.code import code_lines
from auditor.meaning.commands import CommandReader
from auditor.meaning.documents import Document, documents_in
from auditor.meaning.embedded import LANGUAGES, program_in
from auditor.meaning.guarded import Guard
from auditor.meaning.handlers import handler_lines
from auditor.meaning.jobs import Job, jobs_in, sql_jobs
from auditor.meaning.lines import lines_of
from auditor.meaning.names import VariableNames
from auditor.meaning.packages import PackageNames
from auditor.meaning.records import Line, Records
from auditor.meaning.routes import Route, routes_in
from auditor.meaning.servers import Servers, names_of
from auditor.meaning.settings import settings_in
from auditor.meaning.sql import SqlReader, sql_lines
from auditor.meaning.surroundings import said_in, surroundings_of
from auditor.meaning.through import through_routes
from auditor.meaning.values import ValueReader
from auditor.meaning.workflows import with_workflows
from auditor.model.behaviour import Attempt, attempts_of
from auditor.model.catalog import Catalog, Platform
from auditor.model.config import ConfigFile, ConfigSite, Declared, Surroundings
from auditor.model.facts import FileFacts
from auditor.model.program import Program
from auditor.model.source import Diagnostic
from auditor.rulebook.match import Matcher

#: Documents that hold no settings, but text or code.
NOT_SETTINGS = frozenset({"lines", "sql", "javascript", "typescript", *LANGUAGES})


@dataclass
class Deployment:
    """Everything that configuration files say, worked out on demand.

    ``matcher`` is given for the world, and then knows the names of the tree's own servers too.
    """

    files: tuple[ConfigFile, ...]
    catalog: Catalog
    matcher: Matcher

    def __post_init__(self) -> None:
        self._guard = Guard()
        self._documents = self._guard.each(self.files, lambda f: documents_in(f, self.catalog))
        self.matcher = self.matcher.with_servers(self._servers())
        names = VariableNames(self.catalog, self.matcher)
        self._reader = ValueReader(self.catalog, self.matcher, names)
        self._targets = TargetReader(self.catalog, self.matcher, names)
        self._packages = PackageNames(self.catalog)

    def _servers(self) -> dict[str, Platform]:
        """The names under which the deployment runs gateways and model servers."""
        ours = [document for document in self._documents if not document.in_tests]
        found = names_of(self._guard.each(ours, Servers(self.catalog).of))
        return {name: self.catalog.platforms[platform] for name, platform in found.items()}

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """The files of which not all could be understood, as far as they were asked."""
        return self._guard.problems

    @cached_property
    def surroundings(self) -> Surroundings:
        """Variables and packages that the files declare."""
        return surroundings_of(self._guard.each(self._documents, said_in))

    @cached_property
    def settings(self) -> dict[str, tuple[Declared, ...]]:
        """Addresses and models that settings files hold, by key."""
        return settings_in(self._documents, self._reader)

    def join(self, program: Program, facts: Iterable[tuple[FileFacts, bool]]) -> Program:
        """The program with its configuration lines, routes and jobs."""
        ours = [d for d in self._documents if not d.in_tests]
        records = Records()
        self._guard.each(ours, records.add)
        routes = self._routes(ours, records)
        jobs = self._jobs(ours)
        program = through_routes(program, routes)
        sites = self._lines(ours, records, facts)
        for route in routes:
            sites.update(_route_lines(route))
        sites.update(self._packages.lines(self.surroundings.dependencies))
        sites.update(handler_lines(program))
        return with_workflows(program, routes, jobs, _once(sites), self.surroundings)

    def _routes(self, ours: list[Document], records: Records) -> list[Route]:
        found = self._guard.each(ours, lambda d: routes_in(d, records, self._targets))
        return self._guard.each(found, Chains(found, self._targets, records).settled)

    def _jobs(self, ours: list[Document]) -> list[Job]:
        commands = CommandReader(self.catalog, self.matcher, self._targets)
        sql = SqlReader(self.catalog)
        found = self._guard.each(ours, lambda d: jobs_in(d, commands, self._targets))
        return found + self._guard.each(ours, lambda d: sql_jobs(d, sql, self._targets))

    def _lines(
        self, ours: list[Document], records: Records, facts: Iterable[tuple[FileFacts, bool]]
    ) -> set[ConfigSite]:
        programs = [file for file, in_tests in facts if not in_tests]
        programs += self._guard.each(ours, program_in)
        sites = set(self._guard.each(programs, lambda f: code_lines(f, self._reader)))
        settings = [d for d in ours if d.syntax not in NOT_SETTINGS]
        sites.update(self._guard.each(settings, lambda d: lines_of(d, self._reader, records)))
        databases = [d for d in ours if d.syntax == "sql"]
        sites.update(self._guard.each(databases, lambda d: sql_lines(d, self._reader)))
        return sites


def _route_lines(route: Route) -> Iterable[ConfigSite]:
    attempts = attempts_of(route.ask) if route.ask else ()
    whole = attempts[0] if len({(a.vendor, a.platform) for a in attempts}) == 1 else None
    for line in route.lines:
        yield _site(line, whole)
    for option in route.options.targets():
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
