"""The verdict on one call: what stands in for it when it fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, attempts_of
from auditor.model.catalog import Platform
from auditor.resilience.domains import outside_gateways

#: From the weakest to the strongest.
STRENGTH = (
    "none",
    "manual-switch",
    "degraded",
    "gateway-spof",
    "same-vendor",
    "same-vendor-other-platform",
    "cross-vendor",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is asked when a call fails, and how that ends: survives, degrades, unknown or stops.

    ``calls`` are the names of the calls that stand in, ``conditions`` the settings they wait for.
    """

    outcome: str
    attempts: tuple[Attempt, ...]
    calls: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()


def verdict_of(
    primary: Iterable[Attempt],
    asks: Iterable[Ask],
    standing: Standing,
    platforms: Mapping[str, Platform],
) -> str:
    """The word for a call that asks ``primary`` and has ``standing`` behind it."""
    mine = tuple(primary)
    if standing.outcome == "survives" and standing.attempts:
        sound = [a for a in standing.attempts if not broken(mine, a)]
        if not sound:
            return "none"
        return min((_word(mine, a, platforms) for a in sound), key=STRENGTH.index)
    if standing.outcome == "unknown" and standing.attempts:
        return "unknown"
    if standing.outcome == "degrades":
        return "degraded"
    if mine and all(_adds_party(a, outside_gateways(a, platforms), platforms) for a in mine):
        return "gateway-spof"
    return "manual-switch" if _is_choice(asks) else "none"


def same_space(kind: str, one: Ask, other: Ask) -> bool:
    """Whether what one answers is of use where the other's answer was wanted.

    Vectors of two embedding models cannot be compared.
    """
    if kind != "embedding":
        return True
    return {a.model for a in attempts_of(one)} == {a.model for a in attempts_of(other)}


def broken(mine: tuple[Attempt, ...], other: Attempt) -> bool:
    """Whether a fallback cannot work: the wrong model's name, or another vendor's key."""
    if other.misnamed is not None or other.borrowed_key:
        return True
    keys = {k for a in mine for k in a.credentials}
    elsewhere = other.platform is None or all(other.platform != a.platform for a in mine)
    foreign = all(other.vendor != a.vendor for a in mine) and not other.gateways and elsewhere
    return foreign and not other.own_key and bool(keys & set(other.credentials))


def _word(mine: tuple[Attempt, ...], other: Attempt, platforms: Mapping[str, Platform]) -> str:
    shared = set(outside_gateways(other, platforms))
    if shared and all(shared & set(outside_gateways(a, platforms)) for a in mine):
        same = all((a.vendor, a.platform) == (other.vendor, other.platform) for a in mine)
        if not same or _adds_party(other, shared, platforms):
            return "gateway-spof"
    if other.vendor is None and not (other.open_weights and other.platform):
        return "none"
    if all(independent(a, other) for a in mine):
        return "cross-vendor"
    elsewhere = all(a.platform != other.platform for a in mine)
    return "same-vendor-other-platform" if elsewhere and other.platform else "same-vendor"


def _adds_party(
    attempt: Attempt, gateways: Iterable[str], platforms: Mapping[str, Platform]
) -> bool:
    """Whether some of the gateways belongs to others than who runs the platform anyway."""
    served = platforms.get(attempt.platform or "")
    runs = served.operator if served is not None else None
    return any(
        g not in platforms or runs is None or platforms[g].operator != runs for g in gateways
    )


def sound_options(ask: Ordered) -> tuple[Ask, ...]:
    """What is asked after the first option, without what cannot work in its place."""
    first = first_options(ask.options[0])
    return tuple(o for o in ask.options[1:] if not all(broken(first, a) for a in attempts_of(o)))


def independent(one: Attempt, other: Attempt) -> bool:
    """Whether neither needs what the other cannot do without."""
    return one.vendor != other.vendor and (one.platform != other.platform or one.platform is None)


def _is_choice(asks: Iterable[Ask]) -> bool:
    found = list(asks)
    vendors = {a.vendor or a.platform for ask in found for a in first_options(ask)}
    return len(vendors) > 1 and (len(found) > 1 or isinstance(found[0], Choice | Ordered))


def first_options(ask: Ask) -> tuple[Attempt, ...]:
    """What is asked first, before any fallback."""
    return first_options(ask.options[0]) if isinstance(ask, Ordered) else attempts_of(ask)


def akin(primary: Iterable[Attempt], other: Attempt) -> bool:
    """Whether it asks the same vendor or on the same platform as any of the first."""
    return any(not independent(a, other) for a in primary)


def may_be_broken(attempt: Attempt, keys: set[str]) -> bool:
    """Whether it asks for the wrong model, or is sent a key that is not its own or one of these."""
    wrong = attempt.misnamed is not None or attempt.borrowed_key
    return wrong or bool(keys & set(attempt.credentials))
