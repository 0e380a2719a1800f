"""What every look at a tree starts from: the files, their packages, the rules."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from auditor.configs.around import packages_around
from auditor.configs.script_header import script_headers
from auditor.configs.syntaxes import read_config
from auditor.discover import Discovery, Sources, read_tree
from auditor.discover.prefilter import select, select_configs, with_addresses
from auditor.languages.many import read_files
from auditor.meaning.deployment import Deployment
from auditor.meaning.documents import path_fits
from auditor.model.catalog import Catalog
from auditor.model.facts import FileFacts
from auditor.model.languages import LANGUAGES
from auditor.model.means import ALONE, Means, Progress
from auditor.model.packages import Packages
from auditor.model.source import Diagnostic, SourceFile
from auditor.rulebook.anchors import anchors_of, config_anchors
from auditor.rulebook.load import load_catalog
from auditor.rulebook.match import Matcher
from auditor.settings import Settings


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


@dataclass(frozen=True, slots=True)
class Ground:
    """What every look at a tree starts from: what was asked, the rules, the files, their packages.

    ``problems`` are what was wrong with the files so far, and ``watch`` has their finding on it.
    """

    settings: Settings
    means: Means
    watch: Stopwatch
    catalog: Catalog
    matcher: Matcher
    sources: Sources
    packages: Packages
    problems: tuple[Diagnostic, ...]

    @property
    def discovery(self) -> Discovery:
        """The files that were found."""
        return self.sources.discovery


def look(
    paths: Sequence[Path],
    settings: Settings,
    means: Means = ALONE,
    catalog: Catalog | None = None,
    instead: Mapping[str, bytes] = MappingProxyType({}),
) -> Ground:
    """Find and read what lies under ``paths``, and the rules.

    ``instead`` holds, by path, what is read in place of what stands in a file. Raises
    ``AuditorError`` for paths or rules that cannot be used.
    """
    watch = Stopwatch()
    with watch.stage("discover"):
        sources = read_tree(paths, settings, instead)
    return prepare(sources, settings, means, watch, catalog)


def prepare(
    sources: Sources,
    settings: Settings,
    means: Means,
    watch: Stopwatch,
    catalog: Catalog | None = None,
) -> Ground:
    """As ``look``, of files that were read already; ``catalog`` where the rules were, too."""
    with watch.stage("rules"):
        if catalog is None:
            catalog = load_catalog(
                languages=frozenset(LANGUAGES), memory=means.memory, settings=settings
            )
        matcher = Matcher(catalog)
    with watch.stage("discover"):
        scripts, compiled = (
            [file for file in sources.discovery.files if file.language in LANGUAGES[language]]
            for language in ("javascript", "go")
        )
        packages, problems = packages_around(sources.discovery.absolute, scripts, compiled)
    found = (*sources.discovery.diagnostics, *sources.problems, *problems)
    return Ground(settings, means, watch, catalog, matcher, sources, packages, found)


def read_code(ground: Ground, progress: Progress | None) -> list[tuple[FileFacts, bool]]:
    """The facts of every file that can matter."""
    contents, watch, means = ground.sources.code, ground.watch, ground.means
    with watch.stage("select"):
        chosen: Sequence[SourceFile] = [f for f in ground.discovery.files if f.path in contents]
        if means.choosy:
            anchors = anchors_of(ground.catalog)
            configs = [f for f in ground.discovery.configs if f.path in ground.sources.configs]
            telling = with_addresses(configs, anchors, ground.sources.configs.__getitem__)
            chosen = select(chosen, anchors, contents.__getitem__, ground.packages, telling)
    with watch.stage("parse"):
        tests = [file.in_tests for file in chosen]
        read = read_files(chosen, contents, means.jobs, progress)
        return list(zip(read, tests, strict=True))


def read_configs(ground: Ground) -> tuple[Deployment, tuple[Diagnostic, ...]]:
    """What the configuration files say, as far as they can name anybody."""
    catalog, contents = ground.catalog, ground.sources.configs
    present = [f for f in ground.discovery.configs if f.path in contents]
    named = tuple(glob for rule in catalog.configs for glob in rule.files if _is_exact(glob))
    chosen = select_configs(
        present,
        config_anchors(catalog),
        lambda path: path_fits(path, named),
        contents.__getitem__,
    )
    files = [read_config(f.language, f.path, contents[f.path], f.in_tests) for f in chosen]
    files += script_headers(ground.discovery.files, ground.sources.code)
    broken = tuple(problem for file in files for problem in file.problems)
    return Deployment(tuple(files), catalog, ground.matcher), broken


def _is_exact(pattern: str) -> bool:
    """Whether a glob names certain files, not a whole syntax."""
    return not pattern.startswith("*.")
