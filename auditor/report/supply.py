"""Who supplies what: the models and services of a report, and which stands behind which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from auditor.graph.text import plain
from auditor.model.report import AuditReport, CallReport, Target


@dataclass(frozen=True, slots=True)
class Supply:
    """References to parts are ``model:VENDOR/MODEL`` and ``service:ID``.

    ``direct`` are those that the code asks itself, ``behind`` what each part needs in turn,
    ``calls`` where it is asked, by the call's id.
    """

    models: dict[str, Target] = field(default_factory=dict)
    services: dict[str, str] = field(default_factory=dict)
    direct: set[str] = field(default_factory=set)
    behind: dict[str, set[str]] = field(default_factory=dict)
    calls: dict[str, dict[str, CallReport]] = field(default_factory=dict)


def supply_of(report: AuditReport) -> Supply:
    """The parts that product code may ask; a gateway needs the model, a model its platform."""
    supply = Supply()
    for call in report.calls:
        for target in () if call.in_tests else call.targets:
            _add(supply, call, list(_chain(supply, target)))
    return supply


def _chain(supply: Supply, target: Target) -> Iterator[str]:
    for gateway in target.gateways:
        yield _service(supply, gateway)
    if target.model or target.vendor:
        ref = f"model:{plain(target.vendor) or '?'}/{plain(target.model) or '?'}"
        supply.models.setdefault(ref, target)
        yield ref
    if target.platform:
        yield _service(supply, target.platform)


def _service(supply: Supply, id: str) -> str:
    ref = f"service:{plain(id)}"
    supply.services.setdefault(ref, id)
    return ref


def _add(supply: Supply, call: CallReport, chain: list[str]) -> None:
    for ref in chain:
        supply.behind.setdefault(ref, set())
        supply.calls.setdefault(ref, {})[call.id] = call
    supply.direct.update(chain[:1])
    for ref, other in pairwise(chain):
        if ref != other:
            supply.behind[ref].add(other)
