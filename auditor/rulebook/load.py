"""The rules folder becomes a ``Catalog``; all mistakes in it are told at once, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from auditor.model.catalog import (
    BodyShape,
    CacheRule,
    Catalog,
    CheckDoc,
    ConfigRule,
    Endpoint,
    ErrorTable,
    Feature,
    Framework,
    Grammar,
    Incident,
    Package,
    Platform,
    PlaybookRule,
    RehearsalRule,
    Retirement,
    Retrier,
    Sdk,
    Vendor,
)
from auditor.model.means import NOTHING, Memory
from auditor.rulebook.caches import read_caches
from auditor.rulebook.checks import read_check
from auditor.rulebook.collisions import find_collisions
from auditor.rulebook.configs import read_config_rule, read_packages
from auditor.rulebook.entrypoints import language_of, read_framework
from auditor.rulebook.errors import find_loops, known_libraries, read_errors
from auditor.rulebook.fallbacks import Overlay, overlaid, read_fallbacks, unmatched
from auditor.rulebook.features import read_features
from auditor.rulebook.incidents import read_incident
from auditor.rulebook.locate import find_rules
from auditor.rulebook.own import RuleFiles, rule_files
from auditor.rulebook.platforms import (
    read_bodies,
    read_endpoints,
    read_grammars,
    read_platform,
    read_vendor,
)
from auditor.rulebook.playbooks import read_playbook
from auditor.rulebook.problems import Place, Problems
from auditor.rulebook.raw import TABLES, RawCache, digest_of
from auditor.rulebook.read_yaml import BadYaml, Data, front_matter, read_yaml
from auditor.rulebook.record import Record
from auditor.rulebook.rehearsals import read_rehearsals
from auditor.rulebook.retirements import read_retirements
from auditor.rulebook.retriers import read_retrier
from auditor.rulebook.sdks import read_sdk
from auditor.settings import Settings

_GRAMMARS = "grammars.yaml"
_ENDPOINTS = "endpoints.yaml"
_PACKAGES = "packages.yaml"
_FEATURES = "features.yaml"
_CACHES = "caches.yaml"
_REHEARSALS = "rehearsals.yaml"


def load_catalog(
    root: Path | None = None,
    languages: frozenset[str] | None = None,
    memory: Memory = NOTHING,
    settings: Settings | None = None,
) -> Catalog:
    """Everything below ``root``; SDKs and entry points only of ``languages`` where these are named.

    Raises ``RuleError`` with all mistakes found. Missing folders are empty ones. ``memory``
    keeps the data of rules that were found right. ``settings`` name further folders of rules, and
    doors of the team's own.
    """
    folder = root or find_rules()
    problems = Problems()
    files = rule_files(folder, settings, problems)
    digest = digest_of(files.content)
    kept = RawCache(memory, digest, languages)
    known = kept.read()
    reading = _Reading(files, known, problems)
    catalog = reading.catalog(languages, digest)
    reading.problems.raise_any(folder)
    if known is None:
        kept.write(reading.data)
    return catalog


class _Reading:
    """One pass over the files: what was read, and the mistakes met on the way."""

    def __init__(self, files: RuleFiles, known: dict[str, Data] | None, problems: Problems) -> None:
        self.files = files.content
        self.data = known or {}
        self.problems = problems
        self.problems.trusted = known is not None
        self._tables = {name: files.tables(name) for name in TABLES}
        self._grammar_records = [self._record(name) for name in self._tables[_GRAMMARS]]
        platforms = [*self._in("platforms"), *self._in("gateways")]
        self.problems.known = {
            "vendor": frozenset(_stem(name) for name in self._in("vendors")),
            "platform": frozenset(_stem(name) for name in platforms),
            "grammar": frozenset(w for record in self._grammar_records for w in record.words()),
            **known_libraries(self.files),
        }

    def catalog(self, languages: frozenset[str] | None, digest: str) -> Catalog:
        endpoints, bodies, code_names = self._endpoints()
        catalog = Catalog(
            vendors=self._vendors(),
            platforms=self._platforms(),
            grammars=self._grammars(),
            endpoints=tuple(endpoints),
            sdks=self._with_fallbacks(self._sdks(languages)),
            frameworks=self._frameworks(languages),
            digest=digest,
            errors=self._errors(languages),
            incidents=self._incidents(),
            retirements=self._retirements(),
            checks=self._checks(),
            configs=self._configs(),
            packages=self._packages(),
            features=self._features(),
            rehearsals=self._rehearsals(),
            caches=self._caches(),
            retriers=self._retriers(languages),
            playbooks=self._playbooks(),
            bodies=tuple(bodies),
            code_names=frozenset(code_names),
        )
        if not self.problems.trusted:
            find_collisions(catalog, self.problems)
            find_loops(catalog.errors, self.problems)
        return catalog

    def _in(self, folder: str) -> Iterator[str]:
        return (name for name in self.files if name.startswith(f"{folder}/"))

    def _record(self, name: str, id_from: str | None = None) -> Record:
        """The file as a record; ``id_from`` is the name its id must repeat."""
        place = Place(name)
        if name not in self.data and name in self.files:
            try:
                text = self.files[name]
                self.data[name] = read_yaml(front_matter(text) if name.endswith(".md") else text)
            except BadYaml as error:
                self.problems.add(place, error.message, error.line)
                # one mistake is enough: what follows from it is noted where nobody looks
                return Record(None, place, Problems())
        record = Record(self.data.get(name), place, self.problems)
        if id_from is not None and (given := record.text("id")) not in (None, id_from):
            record.complain("id", f"id '{given}' does not repeat the name '{id_from}'")
        return record

    def _vendors(self) -> dict[str, Vendor]:
        names = self._in("vendors")
        return {_stem(n): read_vendor(self._record(n, _stem(n))) for n in names}

    def _platforms(self) -> dict[str, Platform]:
        found: dict[str, Platform] = {}
        for folder in ("platforms", "gateways"):
            for name in self._in(folder):
                record = self._record(name, _stem(name))
                if _stem(name) in found:
                    record.complain("id", f"'{_stem(name)}' is in platforms/ and in gateways/")
                found[_stem(name)] = read_platform(record, gateway=folder == "gateways")
        return dict(sorted(found.items()))

    def _grammars(self) -> dict[str, Grammar]:
        found: dict[str, Grammar] = {}
        for record in self._grammar_records:
            for grammar in read_grammars(record):
                if grammar.id in found:
                    record.complain(grammar.id, f"there is a grammar '{grammar.id}' already")
                found.setdefault(grammar.id, grammar)
        return found

    def _endpoints(self) -> tuple[list[Endpoint], list[BodyShape], list[str]]:
        """The file holds three keys: ``endpoints``, ``bodies`` and ``code_names``."""
        found: list[Endpoint] = []
        bodies: list[BodyShape] = []
        code_names: list[str] = []
        for name in self._tables[_ENDPOINTS]:
            record = self._record(name)
            found += read_endpoints(record.children("endpoints"))
            bodies += read_bodies(record.children("bodies"))
            code_names += record.texts("code_names")
            record.done()
        return found, bodies, code_names

    def _sdks(self, languages: frozenset[str] | None) -> tuple[Sdk, ...]:
        found = []
        for name in self._in("sdks"):
            _, language, library, _ = PurePosixPath(name).parts
            if languages is None or language in languages:
                found.append(read_sdk(self._record(name, library), language))
        return tuple(found)

    def _with_fallbacks(self, sdks: tuple[Sdk, ...]) -> tuple[Sdk, ...]:
        overlays: list[Overlay] = []
        for name in self._in("fallbacks"):
            record = self._record(name, PurePosixPath(name).parts[1])
            for number, overlay in enumerate(read_fallbacks(record)):
                overlays.append(overlay)
                loaded = any(overlay.covers(sdk) for sdk in sdks)
                for missing in unmatched(sdks, overlay) if loaded else ():
                    place = Place(name, ("ways", number, "on"))
                    self.problems.add(place, f"no rule of the library is named '{missing}'")
        return overlaid(sdks, overlays)

    def _frameworks(self, languages: frozenset[str] | None) -> tuple[Framework, ...]:
        found = []
        for name in self._in("entrypoints"):
            record = self._record(name, PurePosixPath(name).parts[1])
            if languages is None or language_of(record) in languages:
                found.append(read_framework(record))
        return tuple(found)

    def _errors(self, languages: frozenset[str] | None) -> tuple[ErrorTable, ...]:
        found = []
        for name in self._in("errors"):
            language = PurePosixPath(name).parts[1]
            if languages is None or language in languages:
                found.append(read_errors(self._record(name, _stem(name)), language))
        return tuple(found)

    def _retriers(self, languages: frozenset[str] | None) -> tuple[Retrier, ...]:
        names = self._in("retries")
        found = tuple(read_retrier(self._record(n, _stem(n))) for n in names)
        return tuple(r for r in found if languages is None or r.language in languages)

    def _incidents(self) -> tuple[Incident, ...]:
        names = self._in("incidents")
        return tuple(read_incident(self._record(n, _stem(n))) for n in names)

    def _retirements(self) -> tuple[Retirement, ...]:
        names = self._in("retirements")
        return tuple(one for n in names for one in read_retirements(self._record(n, _stem(n))))

    def _checks(self) -> dict[str, CheckDoc]:
        names = self._in("checks")
        return {_stem(n): read_check(self._record(n), _stem(n), self.files[n]) for n in names}

    def _packages(self) -> tuple[Package, ...]:
        names = self._tables[_PACKAGES]
        return tuple(package for n in names for package in read_packages(self._record(n)))

    def _features(self) -> tuple[Feature, ...]:
        sdks = {PurePosixPath(name).parts[2] for name in self._in("sdks")}
        names = self._tables[_FEATURES]
        return tuple(found for n in names for found in read_features(self._record(n), sdks))

    def _rehearsals(self) -> tuple[RehearsalRule, ...]:
        names = self._tables[_REHEARSALS]
        return tuple(rule for n in names for rule in read_rehearsals(self._record(n)))

    def _caches(self) -> tuple[CacheRule, ...]:
        names = self._tables[_CACHES]
        return tuple(rule for n in names for rule in read_caches(self._record(n)))

    def _playbooks(self) -> tuple[PlaybookRule, ...]:
        names = self._in("remedies/playbooks")
        checks = frozenset(_stem(name) for name in self._in("checks"))
        return tuple(read_playbook(self._record(n), _stem(n), checks) for n in names)

    def _configs(self) -> tuple[ConfigRule, ...]:
        names = self._in("configs")
        return tuple(read_config_rule(self._record(n, PurePosixPath(n).parts[1])) for n in names)


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
