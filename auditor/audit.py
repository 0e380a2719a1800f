"""The whole story, in order: find files, read them, link them, and say what was found."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from auditor.checks.case import Case
from auditor.checks.open_case import open_case
from auditor.checks.retired_model import turns_of
from auditor.configs.around import folders_of
from auditor.configs.manifest import find_scripts
from auditor.configs.node_packages import find_commands
from auditor.configs.owners import find_owners
from auditor.discover import Sources, read_prefix, read_revision
from auditor.discover.prefilter import passed_over
from auditor.findings.judge import Tree, add_findings
from auditor.ground import Ground, Stopwatch, look, prepare, read_code, read_configs
from auditor.linker.link import link
from auditor.linker.merge import merge
from auditor.linker.settings_files import settings_trees
from auditor.meaning.rehearsals import Rehearsals
from auditor.meaning.releases import Release, installed_in, releases_of
from auditor.model.catalog import Catalog
from auditor.model.config import Declared, Node, Surroundings
from auditor.model.facts import FileFacts
from auditor.model.languages import LANGUAGES
from auditor.model.loss import Effect, Loss
from auditor.model.means import ALONE, Means, Progress
from auditor.model.program import Entrypoint, Program
from auditor.model.repair import Repair
from auditor.model.report import AuditReport, Replay
from auditor.model.source import Diagnostic
from auditor.remedy.playbooks import playbooks_for
from auditor.resilience.catching import Caught
from auditor.resilience.hits import Hits
from auditor.resilience.judge import judge
from auditor.resilience.provided import provided_by
from auditor.resilience.replay import replay_all
from auditor.resilience.runs import Runs
from auditor.resilience.ways import find_ways
from auditor.resilience.whatif import lose
from auditor.rulebook.anchors import anchors_of
from auditor.rulebook.error_match import ErrorMatchers
from auditor.rulebook.fault_domains import DomainReader
from auditor.settings import Settings
from auditor.summary import summarise
from auditor.suppress.run import ends_of_ignores

#: Interpreted calls nest; each takes about a dozen of Python's own.
PYTHON_FRAMES = 20_000


def audit(
    paths: Sequence[Path],
    settings: Settings,
    progress: Progress | None = None,
    *,
    replay: bool = False,
    catalog: Catalog | None = None,
    means: Means = ALONE,
) -> AuditReport:
    """Audit the files under ``paths``.

    ``progress`` is told the stage, how many of its files are done, and how many there are.
    ``replay``: the report also has what each known outage would do. ``catalog`` are the rules,
    where they have been read with these settings already.
    Raises ``AuditorError`` for paths or rules that cannot be used; a scanned file never raises.
    """
    with _at_work():
        ground = look(paths, settings, means, catalog)
        return _audit(ground, progress, replay=replay).report


def audit_sources(
    sources: Sources,
    settings: Settings,
    progress: Progress | None = None,
    means: Means = ALONE,
    *,
    replay: bool = False,
) -> tuple[AuditReport, frozenset[date]]:
    """As ``audit``, of what was read already; with the days after which findings change.

    They do so by themselves: nothing else has to.
    """
    with _at_work():
        ground = prepare(sources, settings, means, Stopwatch())
        audited = _audit(ground, progress, replay=replay)
    return audited.report, audited.ends


def audit_loss(
    paths: Sequence[Path],
    settings: Settings,
    loss: Loss,
    progress: Progress | None = None,
    means: Means = ALONE,
) -> tuple[AuditReport, tuple[Effect, ...]]:
    """As ``audit``, with what the loss of some fault domains does to each workflow of the report.

    The effects are in the order of the report's workflows.
    """
    with _at_work():
        audited = _audit(look(paths, settings, means), progress, loss)
    by_workflow = {effect.workflow: effect for effect in audited.effects}
    flows = audited.report.workflows
    return audited.report, tuple(by_workflow[workflow.id] for workflow in flows)


def audit_case(
    paths: Sequence[Path],
    settings: Settings,
    progress: Progress | None = None,
    instead: Mapping[str, bytes] = MappingProxyType({}),
    catalog: Catalog | None = None,
) -> tuple[AuditReport, Case]:
    """As ``audit``, with the case that its findings were made from.

    ``instead`` holds, by path as in the report, what is read in place of what stands in a file: so
    a tree can be judged as it would be after an edit.
    """
    with _at_work():
        ground = look(paths, settings, catalog=catalog, instead=instead)
        audited = _audit(ground, progress)
    return audited.report, audited.case


@contextmanager
def _at_work() -> Iterator[None]:
    """What holds for the whole process meanwhile.

    Programs nest deeply, when they are linked and when they are judged. Millions of small immutable
    objects stay alive to the end: looking for cycles among them is waste.
    """
    enabled, limit = gc.isenabled(), sys.getrecursionlimit()
    gc.disable()
    sys.setrecursionlimit(max(limit, PYTHON_FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Audited:
    """What one run gives: the report, what a loss does, and what the checks were asked about.

    ``ends`` are the last days before the same tree is judged otherwise: an ignore has expired, a
    model is closer to its end.
    """

    report: AuditReport
    effects: tuple[Effect, ...]
    case: Case
    ends: frozenset[date]


def _audit(
    ground: Ground,
    progress: Progress | None,
    loss: Loss | None = None,
    *,
    replay: bool = False,
) -> _Audited:
    catalog, discovery = ground.catalog, ground.discovery
    settings, watch = ground.settings, ground.watch
    facts = read_code(ground, progress)
    with watch.stage("configs"):
        deployment, config_problems = read_configs(ground)
        releases = releases_of(deployment.surroundings, catalog, ground.sources.configs)
        ground = replace(ground, matcher=deployment.matcher)
    if progress is not None:
        progress("link", 0, 0)
    with watch.stage("link"):
        program, script_problems = _link(
            ground, facts, settings.include_tests, releases,
            deployment.surroundings.by_name, deployment.settings,
            installed_in(deployment.surroundings), settings_trees(deployment.files),
        )  # fmt: skip
        program = deployment.join(program, facts)
    with watch.stage("judge"):
        caught = ErrorMatchers(catalog, LANGUAGES).caught
        runs = Runs(program, caught)
        provided = provided_by(deployment.surroundings, catalog)
        judgement = judge(runs, catalog.platforms, provided)
        hits = Hits(catalog.platforms, ground.matcher.maker)
        effects = lose(runs, loss, hits) if loss is not None else ()
    root = Path(discovery.absolute)
    owners, owner_problems = find_owners(root, program.entrypoints, settings)
    problems = (
        *ground.problems, *config_problems, *deployment.problems, *script_problems,
        *owner_problems,
        *passed_over(discovery.files, ground.sources.code, {f.path for f, _ in facts},
                     anchors_of(catalog)),
    )  # fmt: skip
    report = summarise(
        discovery, facts, program, catalog, settings, problems,
        judgement=judgement, owners=owners,
        revision=read_revision(root), prefix=read_prefix(root), timings=watch.seconds,
    )  # fmt: skip
    with watch.stage("plan"):
        report = replace(report, repair_plan=_plan(report, runs))
    if replay:
        with watch.stage("replay"):
            report = replace(report, replays=_replays(report, program, catalog, hits, caught))
    with watch.stage("check"):
        tests = Rehearsals(discovery.files, ground.sources.code, catalog.rehearsals)
        case = open_case(report, program, judgement, catalog, settings, facts, tests)
        report = add_findings(case, Tree(root, facts, ground.sources.code))
        report = replace(report, playbooks=playbooks_for(case, report.findings))
    report = replace(report, timings=watch.seconds)
    return _Audited(report, effects, case, ends_of_ignores(facts, settings) | turns_of(case))


def _replays(
    report: AuditReport, program: Program, catalog: Catalog, hits: Hits, caught: Caught
) -> tuple[Replay, ...]:
    reader = DomainReader(catalog)
    happened = [(incident, reader.incident(incident)) for incident in catalog.incidents]
    return replay_all(program, report.workflows, happened, hits, caught)


def _plan(report: AuditReport, runs: Runs) -> tuple[Repair, ...]:
    ways = find_ways(report, runs)
    if not ways.exposed:
        return ()
    from auditor.graph.repair import plan_repairs  # networkx takes its time

    return plan_repairs(ways, report)


def find_entrypoints(
    paths: Sequence[Path], settings: Settings, catalog: Catalog | None = None
) -> tuple[Entrypoint, ...]:
    """Every entry point under ``paths``, those that reach no model call included."""
    ground = look(paths, settings, Means(choosy=False), catalog)
    program, _ = _link(ground, read_code(ground, None))
    return program.entrypoints


def read_surroundings(
    paths: Sequence[Path], settings: Settings, catalog: Catalog | None = None
) -> Surroundings:
    """The variables and packages that configuration files under ``paths`` declare."""
    deployment, _ = read_configs(look(paths, settings, catalog=catalog))
    return deployment.surroundings


def _link(
    ground: Ground,
    facts: Sequence[tuple[FileFacts, bool]],
    with_tests: bool = False,
    releases: Mapping[str, Release] | None = None,
    declared: Mapping[str, tuple[Declared, ...]] | None = None,
    said: Mapping[str, tuple[Declared, ...]] | None = None,
    installed: Mapping[str, frozenset[str]] | None = None,
    documents: Mapping[str, Node] | None = None,
) -> tuple[Program, tuple[Diagnostic, ...]]:
    files = ground.discovery.files
    scripts, problems = find_scripts(ground.discovery.absolute, folders_of(files))
    commands = find_commands(ground.packages, {f.path for f in files})
    started = {"python": scripts, "javascript": commands}
    present = ground.discovery.names()
    programs: list[Program] = []
    for language, front_ends in LANGUAGES.items():
        own = [(file, in_tests) for file, in_tests in facts if file.language in front_ends]
        if not own:
            continue
        linked = link(
            own,
            ground.catalog,
            ground.matcher,
            language,
            started.get(language, {}),
            with_tests,
            packages=ground.packages,
            releases=releases,
            others=tuple(programs),
            declared=declared,
            settings=said,
            installed=installed,
            present=present,
            documents=documents,
        )
        programs.append(linked)
    return merge(programs), problems
