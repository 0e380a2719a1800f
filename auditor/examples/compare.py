"""What examples expect beside what was found; every difference is a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from auditor.examples.annotations import Expectation
from auditor.model.program import Entrypoint
from auditor.model.report import CallReport

Found = TypeVar("Found")


def call_differences(expected: Sequence[Expectation], found: Sequence[CallReport]) -> list[str]:
    """The calls that were not found, and those that nobody expected."""
    return differences(expected, found, call_meets, describe_call)


def verdict_differences(expected: Sequence[Expectation], found: Sequence[CallReport]) -> list[str]:
    """The same for the calls at the places that are spoken of, in the words of verdicts."""
    places = [replace(wish, words=()) for wish in expected]
    told = [call for call in found if any(call_meets(call, place) for place in places)]
    return differences(expected, told, call_meets, describe_verdict)


def entry_differences(expected: Sequence[Expectation], found: Sequence[Entrypoint]) -> list[str]:
    """The entry points that were not found, and those that nobody expected."""
    return differences(expected, found, entry_meets, describe_entry)


def differences(
    expected: Sequence[Expectation],
    found: Sequence[Found],
    meets: Callable[[Found, Expectation], bool],
    describe: Callable[[Found], str],
) -> list[str]:
    """Give each expectation a thing of its own that meets it, and list what is left of both."""
    owner: dict[int, int] = {}

    def place(wish: int, tried: set[int]) -> bool:
        for thing in range(len(found)):
            if thing in tried or not meets(found[thing], expected[wish]):
                continue
            tried.add(thing)
            if thing not in owner or place(owner[thing], tried):
                owner[thing] = wish
                return True
        return False

    unmet = [wish for number, wish in enumerate(expected) if not place(number, set())]
    extra = [thing for number, thing in enumerate(found) if number not in owner]
    lines = [f"not found: {wish}" for wish in unmet]
    return lines + [f"not expected: {describe(thing)}" for thing in extra]


def call_meets(call: CallReport, wish: Expectation) -> bool:
    """The call covers the line, and every word that the expectation says is true of it."""
    if not call.line <= wish.line <= call.end_line:
        return False
    return all(values(call, key) == set(filter(None, text.split(","))) for key, text in wish.words)


def values(call: CallReport, key: str) -> set[str]:
    """What the report says of a call under one word of the annotations."""
    simple = {
        "kind": (call.kind,),
        "vendor": call.vendors,
        "platform": call.platforms,
        "gateway": call.gateways,
        "model": call.models,
        "dynamic": ("true" if call.dynamic else "false",),
        "verdict": (call.verdict,),
        "leaks": call.leaks,
        "conditions": call.conditions,
    }
    if key in simple:
        return set(simple[key])
    return {domain for domain, word in call.on_loss.items() if word == key}


def describe_call(call: CallReport) -> str:
    """A found call, in the words of the annotations."""
    words = [
        f"{key}={','.join(sorted(values(call, key)))}"
        for key in ("kind", "vendor", "platform", "gateway", "model", "dynamic")
    ]
    return f"line {call.line}: {' '.join(words)}"


def describe_verdict(call: CallReport) -> str:
    """What is said of a call, and why it leaks."""
    losses = " ".join(f"{domain}:{word}" for domain, word in call.on_loss.items())
    return f"line {call.line}: {call.verdict} leaks={','.join(call.leaks)} {losses}"


def entry_meets(entry: Entrypoint, wish: Expectation) -> bool:
    """Kind and title are the same, and the entry stands where the annotation says.

    An annotation on a registering call (``app.add_route("/x", handler)``) names no place: the entry
    is the handler.
    """
    here = wish.line <= entry.line <= wish.last or not wish.defines
    return here and wish.words == (("kind", entry.kind), ("title", _title(entry)))


def describe_entry(entry: Entrypoint) -> str:
    """A found entry point, in the words of the annotations."""
    return f"line {entry.line}: kind={entry.kind} title={_title(entry)}"


def _title(entry: Entrypoint) -> str:
    """The entry's name as it would be if its example were audited alone."""
    example = entry.path.split("/", 1)[0]
    return entry.name.replace(f"{example}/", "").replace(f"{example}.", "")
