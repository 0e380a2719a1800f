"""One model's name in many places: each has to be found when the model goes away."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, named_at
from auditor.checks.draft import Draft, Spot
from auditor.model.program import Evidence

#: A name may well stand in two places, a default and its test, say.
MOST = 2


def find(case: Case) -> Iterator[Draft]:
    """One finding for each model whose name is written on more lines than that."""
    places: dict[str, set[tuple[str, int]]] = {}
    for model, step in case.named:
        places.setdefault(model, set()).add((step.path, step.line))
    for call in case.calls():
        for model in call.models:
            for place in named_at(call, model):
                places.setdefault(model, set()).add(place)
    for model, lines in sorted(places.items()):
        if len(lines) > MOST:
            yield _draft(model, sorted(lines))


def _draft(model: str, lines: list[tuple[str, int]]) -> Draft:
    path, line = lines[0]
    return Draft(
        message=f"{model} is written in {len(lines)} places: a switch has to find them all",
        spot=Spot(path, line, line),
        subject=(model,),
        evidence=tuple(Evidence(path, line, f"names {model}") for path, line in lines),
    )
