"""What every report on a fleet says, whatever its format."""

from __future__ import annotations

from auditor.model.fleet import Blast, FleetReport, Member, Toll
from auditor.report.words import count

NOTE_ON_CREDENTIALS = "of the same name; whether they hold the same secret is not in the code"


def worst(member: Member) -> tuple[str, Toll]:
    """The vendor whose loss stops most of a member's workflows; an empty name if none does."""
    tolls = [(d, toll) for d, toll in member.tolls.items() if ":" not in d and toll.stops]
    return max(tolls, key=lambda pair: (pair[1].weight, pair[0]), default=("", Toll()))


def verdict(fleet: FleetReport) -> str:
    """The one sentence that an organisation should remember."""
    vendors = [blast for blast in fleet.blasts if blast.kind == "vendor" and blast.toll.stops]
    if not fleet.workflows:
        return "No workflow that asks a model was found."
    if not vendors:
        return "No workflow stops when any one vendor is down."
    first = max(vendors, key=lambda blast: blast.toll.weight)
    stopped = f"{first.toll.stops} of {count(fleet.workflows, 'workflow')}"
    beyond = f", and {len(first.beyond)} more depend on these" if first.beyond else ""
    where = count(len(first.stopped), "repository", "repositories")
    return f"{first.name} down stops {stopped} in {where}{beyond}."


def states(fleet: FleetReport) -> str:
    """How many repositories were audited, kept from an earlier run, or could not be."""
    number = {word: sum(m.state == word for m in fleet.members) for word in ("kept", "failed")}
    parts = [count(len(fleet.members), "repository", "repositories")]
    parts += [f"{number['kept']} kept from an earlier run"] if number["kept"] else []
    parts += [f"{number['failed']} not audited"] if number["failed"] else []
    return " · ".join(parts)


def losses(fleet: FleetReport) -> list[Blast]:
    """The losses that harm anything."""
    return [one for one in fleet.blasts if one.toll.stops or one.toll.degrades or one.toll.unknown]


def shares(fleet: FleetReport) -> list[tuple[str, str]]:
    """Per kind, how many workflows survive the loss of any one of that kind."""
    if not fleet.workflows:
        return []
    return [
        (kind, f"{one.workflows} of {fleet.workflows} survive the loss of any {kind}")
        for kind, one in fleet.surviving.items()
    ]
