"""The lines a verdict rests on: who caught the error, who let it pass, who was asked instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.model.behaviour import LIMIT, Ask, Attempt, attempts_of
from auditor.model.loss import ERROR_WORDS
from auditor.model.program import Evidence, LlmCall
from auditor.resilience.answers import whom
from auditor.resilience.asks import ordered_in
from auditor.resilience.catching import Caught
from auditor.resilience.marks import STOOD_IN, USELESS
from auditor.resilience.scenario import Asked, reacts
from auditor.resilience.simulate import Simulation
from auditor.resilience.trace import Handler, Trace
from auditor.resilience.verdicts import broken, first_options


def grounds(
    call: LlmCall,
    word: str,
    run: Simulation,
    trace: Trace,
    calls: Mapping[str, LlmCall],
    caught: Caught,
) -> tuple[Evidence, ...]:
    """What happened when ``call`` failed as ``word``, line by line."""
    found = [*_inside(call, word, caught), *_handlers(word, trace)]
    for key, ask in sorted(run.did(STOOD_IN), key=repr):
        found.extend(_at(calls.get(key), f"asks {_whom(ask)} instead"))
    first = tuple(a for ask in call.asks for a in first_options(ask))
    for asked in sorted(run.did(USELESS), key=repr):
        found.extend(_at(calls.get(asked[0]), _why_useless(first, asked)))
    return tuple(dict.fromkeys(found))


def _at(call: LlmCall | None, says: str) -> list[Evidence]:
    return [Evidence(call.path, call.line, says)] if call is not None else []


def _inside(call: LlmCall, word: str, caught: Caught) -> Iterable[Evidence]:
    """What the library does by itself."""
    for ordered in dict.fromkeys(o for ask in call.asks for o in ordered_in(ask)):
        how = ordered.how or "the library"
        if reacts(ordered, word, call.raises, caught):
            later = ", ".join(_whom(option) for option in ordered.options[1:])
            yield Evidence(call.path, call.line, f"{how} asks {later} next")
        else:
            yield Evidence(call.path, call.line, f"{how} does not react to {ERROR_WORDS[word]}")


def _handlers(word: str, trace: Trace) -> Iterable[Evidence]:
    for handler in _sorted(trace.let_pass):
        says = f"catches {_types(handler)} only: {ERROR_WORDS[word]} passes"
        yield Evidence(handler.path, handler.line, says)
    for handler in _sorted(trace.took):
        says = f"catches {_types(handler)}: {ERROR_WORDS[word]} ends up here"
        if any(name.startswith(LIMIT) for name in handler.types):
            says = "gives all that runs inside less time than a request may hang"
        yield Evidence(handler.path, handler.line, says)


def _sorted(met: Mapping[str, Mapping[Handler, None]]) -> list[Handler]:
    return sorted({handler for handlers in met.values() for handler in handlers})


def _types(handler: Handler) -> str:
    """The types with the library they come from, unless that is the language or the repository."""
    return ", ".join(_short(name) for name in handler.types[:4]) or "everything"


def _short(name: str) -> str:
    root, _, rest = name.partition(":" if ":" in name else ".")
    last = rest.rpartition(".")[2] or name
    return last if ":" in name or root == "builtins" else f"{root}.{last}"


def _whom(ask: Ask) -> str:
    """The models or vendors of an ask, and where it is asked."""
    return " or ".join(dict.fromkeys(whom(attempt) for attempt in attempts_of(ask)[:3]))


def _why_useless(first: tuple[Attempt, ...], asked: Asked) -> str:
    for attempt in attempts_of(asked[1]):
        if attempt.misnamed is not None:
            return f"cannot stand in: {attempt.platform} has no model {attempt.model}"
        if broken(first, attempt):
            keys = ", ".join(attempt.credentials) or "the key of the first"
            return f"cannot stand in: it is sent {keys}"
    return "cannot stand in"
