"""The whole story, in order: find files, read them, link them, and say what was found."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from auditor.checks.case import Case
from auditor.checks.run import find
from auditor.configs.manifest import find_scripts
from auditor.discover import Discovery, find_sources, read_prefix, read_revision, read_sources
from auditor.discover.prefilter import select
from auditor.languages import read_source
from auditor.linker.link import link
from auditor.model.catalog import Catalog
from auditor.model.facts import FileFacts
from auditor.model.program import Entrypoint, Program
from auditor.model.report import AuditReport
from auditor.model.source import Diagnostic, SourceFile
from auditor.resilience.judge import judge
from auditor.rulebook.anchors import anchors_of
from auditor.rulebook.error_match import ErrorMatcher
from auditor.rulebook.load import load_catalog
from auditor.rulebook.match import Matcher
from auditor.settings import Settings
from auditor.summary import summarise

Progress = Callable[[str, int, int], None]

#: The languages this version reads. Notebooks hold code of the first.
LANGUAGES = {"python": ("python", "notebook")}


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time spent inside to the stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def audit(
    paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> AuditReport:
    """Audit the files under ``paths``.

    ``progress`` is told the stage, how many of its files are done, and how many there are.
    Raises ``AuditorError`` for paths or rules that cannot be used; a scanned file never raises.
    """
    with _without_collector():
        return _audit(paths, settings, progress, Stopwatch())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of small immutable objects stay alive to the end: looking for cycles is waste."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _audit(
    paths: Sequence[Path], settings: Settings, progress: Progress | None, watch: Stopwatch
) -> AuditReport:
    with watch.stage("rules"):
        catalog = load_catalog(languages=frozenset(LANGUAGES))
        matcher = Matcher(catalog)
    with watch.stage("discover"):
        discovery = find_sources(paths, settings)
    facts, read_problems = _read(discovery, catalog, watch, progress)
    if progress is not None:
        progress("link", 0, 0)
    with watch.stage("link"):
        program, script_problems = _link(discovery, facts, catalog, matcher, settings.include_tests)
    with watch.stage("judge"):
        caught = ErrorMatcher(catalog, next(iter(LANGUAGES))).caught
        judgement = judge(program, catalog.platforms, caught)
    problems = (*discovery.diagnostics, *read_problems, *script_problems)
    report = summarise(
        discovery, facts, program, catalog, settings, problems,
        judgement=judgement,
        revision=read_revision(Path(discovery.absolute)),
        prefix=read_prefix(Path(discovery.absolute)), timings=watch.seconds,
    )  # fmt: skip
    with watch.stage("check"):
        findings = find(Case(report, program, judgement, catalog, settings))
    return replace(report, findings=findings, timings=watch.seconds)


def find_entrypoints(paths: Sequence[Path], settings: Settings) -> tuple[Entrypoint, ...]:
    """Every entry point under ``paths``, those that reach no model call included."""
    catalog = load_catalog(languages=frozenset(LANGUAGES))
    discovery = find_sources(paths, settings)
    contents, _ = read_sources(discovery.files)
    facts = [
        (read_source(f.language, f.path, contents[f.path]), f.in_tests) for f in discovery.files
    ]
    program, _ = _link(discovery, facts, catalog, Matcher(catalog))
    return program.entrypoints


def _read(
    discovery: Discovery, catalog: Catalog, watch: Stopwatch, progress: Progress | None
) -> tuple[list[tuple[FileFacts, bool]], tuple[Diagnostic, ...]]:
    """The facts of every file that can matter."""
    with watch.stage("read"):
        contents, problems = read_sources(discovery.files)
        present = [f for f in discovery.files if f.path in contents]
        chosen = select(present, anchors_of(catalog), contents.__getitem__)
    with watch.stage("parse"):
        facts: list[tuple[FileFacts, bool]] = []
        for number, file in enumerate(chosen):
            if progress is not None:
                progress("parse", number, len(chosen))
            facts.append(
                (read_source(file.language, file.path, contents[file.path]), file.in_tests)
            )
    return facts, problems


def _link(
    discovery: Discovery,
    facts: Sequence[tuple[FileFacts, bool]],
    catalog: Catalog,
    matcher: Matcher,
    with_tests: bool = False,
) -> tuple[Program, tuple[Diagnostic, ...]]:
    scripts, problems = find_scripts(discovery.absolute, _folders(discovery.files))
    program = link(facts, catalog, matcher, next(iter(LANGUAGES)), scripts, with_tests)
    return program, problems


def _folders(files: Sequence[SourceFile]) -> set[str]:
    """The folders of the files and those above them, where manifests may lie."""
    found: set[str] = {""}
    for file in files:
        found.update(str(parent) for parent in PurePosixPath(file.path).parents)
    return found
