"""Who stands in: the vendor, its model, its key, and the words for them in a text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from auditor.model.catalog import Platform
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.equivalents import equivalent
from auditor.remedy.source import CannotEdit


@dataclass(frozen=True, slots=True)
class Second:
    """A vendor that may stand in, with what a text needs to name it."""

    name: str
    model: str
    key: str
    words: dict[str, str]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person has to do before it can stand in."""
        return (
            f"{self.model} is a proposal: compare its answers with those of today",
            f"provide {self.key} in every deployment",
        )


def refuse_forbidden(bench: Bench, call: CallReport) -> None:
    """Raises ``CannotEdit`` where what a call sends must stay with its vendor."""
    if any(bench.case.may_not_leave(flow) for flow in bench.case.flows(call)):
        raise CannotEdit("the policy forbids that another vendor sees these data")


def second_for(
    bench: Bench,
    call: CallReport,
    grammar: str,
    to: Mapping[str, Mapping[str, str]],
    sent: Collection[str] = (),
) -> Second:
    """The first vendor of the choice that the call does not ask already.

    ``grammar`` is how the library writes models. ``to`` holds further words by vendor, and only
    these vendors will do; empty if all will. One that takes all that is ``sent`` goes before those
    that do not. Raises ``CannotEdit`` where there is none.
    """
    if not bench.second:
        raise CannotEdit("no second vendor is named: --to VENDOR, or vendors in the policy")
    taken = set(call.vendors)
    others = [vendor for vendor in bench.second if vendor not in taken]
    if not others:
        raise CannotEdit(f"it asks {bench.case.name(bench.second[0])} already")
    homes = {vendor: _home(bench, vendor) for vendor in others if not to or vendor in to}
    found = [(vendor, home) for vendor, home in homes.items() if home is not None]
    if not found:
        names = ", ".join(bench.case.name(vendor) for vendor in others)
        raise CannotEdit(f"the rules do not know how {names} can stand in for {call.sdk}")
    willing = (one for one in found if not set(_refused(to, one[0])) & set(sent))
    vendor, platform = next(willing, found[0])
    model = equivalent(bench.remedies, call.models[0] if call.models else "", vendor)
    key = key_of(bench, platform)
    words = {
        "model": _written(bench, grammar, platform, model),
        "vendor": bench.case.name(vendor),
        "vendor_id": vendor.replace("-", "_"),
        "key": key,
        **bench.patience(),
        **to.get(vendor, {}),
    }
    return Second(words["vendor"], model, key, words)


def _refused(to: Mapping[str, Mapping[str, str]], vendor: str) -> list[str]:
    """The arguments that a vendor cannot take."""
    return to.get(vendor, {}).get("refuse", "").split()


def _home(bench: Bench, vendor: str) -> Platform | None:
    record = bench.case.catalog.vendors.get(vendor)
    return bench.case.catalog.platforms.get(record.home or "") if record else None


def key_of(bench: Bench, platform: Platform) -> str:
    """The variable with the key: the one that is declared already, else the usual one."""
    declared = bench.case.program.surroundings.by_name
    known = [name for name in platform.key_env if name in declared]
    found = (*known, *platform.key_env)
    if not found:
        raise CannotEdit(f"the rules know no variable for a key of {platform.name}")
    return found[0]


def _written(bench: Bench, grammar: str, platform: Platform, model: str) -> str:
    """The model as the library writes it."""
    if not grammar:
        return model
    prefixes = platform.prefixes.get(grammar)
    if not prefixes:
        raise CannotEdit(f"the rules know no prefix for {platform.name}")
    return f"{prefixes[0]}{bench.case.catalog.grammars[grammar].separator}{model}"
