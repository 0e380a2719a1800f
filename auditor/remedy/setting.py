"""The setting for a model whose name stands in many places: its name, and the file for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from auditor.model.finding import Finding
from auditor.remedy.bench import Bench
from auditor.remedy.source import CannotEdit


def places_of_name(finding: Finding) -> tuple[str, dict[str, list[int]]]:
    """The model, and the lines with its name by file."""
    lines: dict[str, list[int]] = {}
    for step in finding.evidence:
        lines.setdefault(step.path, []).append(step.line)
    return finding.evidence[0].says.removeprefix("names "), lines


def home_among(
    imported: Mapping[str, Mapping[str, str]], has_settings: Callable[[str], bool]
) -> tuple[str, dict[str, str]]:
    """The file for the setting, and by what name each of the others imports from it.

    ``imported`` holds, for each file with the name, the repository's own files that it imports
    from and how it calls them. Raises ``CannotEdit`` where none has settings that all can reach.
    """
    shared = set.intersection(*({*found, path} for path, found in imported.items()))
    for place in sorted(shared):
        if has_settings(place):
            return place, {p: found[place] for p, found in imported.items() if p != place}
    if len(imported) == 1:
        [path] = imported
        raise CannotEdit(f"{path} reads nothing from the environment: say where settings live")
    count = len(imported)
    raise CannotEdit(f"it stands in {count} files, which share no module that reads settings")


def variable_for(bench: Bench, model: str) -> str:
    """``ACME_MODEL``, ``ACME_EMBEDDING_MODEL``: a name that no deployment file sets."""
    calls = [call for call in bench.case.report.calls if model in call.models]
    vendors = {vendor for call in calls for vendor in call.vendors}
    kinds = {call.kind for call in calls}
    if len(vendors) != 1 or (len(kinds) > 1 and "embedding" in kinds):
        raise CannotEdit("it is asked of several vendors, or for several things")
    what = "_EMBEDDING_MODEL" if kinds == {"embedding"} else "_MODEL"
    variable = vendors.pop().upper().replace("-", "_") + what
    if any(config.key == variable for config in bench.case.report.configs):
        raise CannotEdit(f"{variable} is a setting already: let the code read it")
    return variable
