"""Playbooks for what no edit can do, filled with the names of the repository."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from auditor.checks.case import Case
from auditor.model.behaviour import attempts_of
from auditor.model.finding import Finding
from auditor.model.playbook import Playbook, PlaybookRule

_HOLE = re.compile(r"<<(\w+)>>")
MOST = 4
"""Names that stand in one sentence."""


def playbooks_for(case: Case, findings: Sequence[Finding]) -> tuple[Playbook, ...]:
    """One for each check that has findings which count, and a playbook, in the rules' order.

    A step that speaks of something the repository has not is left out.
    """
    found = []
    for rule in case.catalog.playbooks:
        own = [f for f in findings if f.check == rule.check and not f.suppressions]
        if own:
            found.append(_filled(case, rule, own))
    return tuple(found)


def _filled(case: Case, rule: PlaybookRule, findings: list[Finding]) -> Playbook:
    words = _Words(case, findings)
    steps = (words.fill(step) for step in rule.steps)
    return Playbook(
        check=rule.check,
        title=rule.title,
        findings=tuple(finding.fingerprint for finding in findings),
        steps=tuple(step for step in steps if step),
        sources=rule.sources,
    )


class _Words:
    """What the holes stand for; each is worked out when it is asked for."""

    def __init__(self, case: Case, findings: list[Finding]) -> None:
        ids = dict.fromkeys(id for finding in findings for id in finding.calls)
        self._case = case
        self._findings = findings
        self._calls = [case.by_id[id] for id in ids if id in case.by_id]

    def fill(self, step: str) -> str:
        """The step with its names; empty where there are none for one of its holes."""
        words = {hole: self._said(hole) for hole in _HOLE.findall(step)}
        if not all(words.values()):
            return ""
        return _HOLE.sub(lambda hole: words[hole[1]], step)

    def _said(self, hole: str) -> str:
        names: dict[str, Callable[[], Iterable[str]]] = {
            "calls": lambda: (f"{c.path}:{c.line}" for c in self._calls),
            "places": lambda: (f"{f.path}:{f.line}" for f in self._findings),
            "models": lambda: (model for c in self._calls for model in c.models),
            "vendors": lambda: self._named("", (v for c in self._calls for v in c.vendors)),
            "platforms": lambda: self._named(
                "platform:", (p for c in self._calls for p in c.platforms)
            ),
            "gateways": lambda: self._named(
                "platform:", (g for c in self._calls for g in c.gateways)
            ),
            "workflows": self._workflows,
            "owners": self._owners,
            "keys": self._keys,
            "settings": lambda: (name for c in self._calls for name in c.conditions),
            "features": self._features,
        }
        return _listed(names[hole]())

    def _named(self, kind: str, ids: Iterable[str]) -> Iterable[str]:
        return (self._case.name(f"{kind}{id}") for id in ids)

    def _workflows(self) -> Iterable[str]:
        wanted = {id for finding in self._findings for id in finding.workflows}
        return (f'"{w.name}"' for w in self._case.report.workflows if w.id in wanted)

    def _owners(self) -> Iterable[str]:
        wanted = {id for finding in self._findings for id in finding.workflows}
        return (w.owner for w in self._case.report.workflows if w.id in wanted and w.owner)

    def _keys(self) -> Iterable[str]:
        """Variables with keys that the calls and what stands behind them need."""
        for call in self._calls:
            for ask in self._case.found[call.id].asks:
                for attempt in attempts_of(ask):
                    yield from attempt.credentials[:1]
            for behind in self._case.judged(call).behind:
                yield from behind.credentials[:1]

    def _features(self) -> Iterable[str]:
        """What only one vendor has, where the files of the calls use it."""
        names = {feature.id: feature.name for feature in self._case.catalog.features}
        files = {call.path for call in self._calls}
        for site in self._case.program.features:
            if site.path in files:
                yield f"{names.get(site.feature, site.feature)} ({site.path}:{site.line})"


def _listed(names: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b, c, d and 3 more``."""
    every = list(dict.fromkeys(names))
    shown = every[:MOST]
    if len(every) > MOST:
        return f"{', '.join(shown)} and {len(every) - MOST} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
