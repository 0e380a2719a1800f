"""A library that the code calls, and that no manifest above the file lists."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import PurePosixPath

from auditor.checks.case import Case
from auditor.checks.draft import Draft, about_call
from auditor.model.catalog import Sdk, Via
from auditor.model.severity import Confidence


def find(case: Case) -> Iterator[Draft]:
    """One finding per library and project: at the first call of the library."""
    sdks = {(sdk.language, sdk.id): sdk for sdk in case.catalog.sdks}
    languages = {sdk.language for sdk in case.catalog.sdks}
    listed = case.program.surroundings.dependencies
    packages = {(one.ecosystem, _plain(one.package)) for one in listed}
    manifests = {(one.ecosystem, one.path) for one in listed if not one.locked}
    told: set[tuple[str, str]] = set()
    for call in case.calls():
        for language in sorted(languages):
            sdk = sdks.get((language, call.sdk))
            if sdk is None or sdk.via is Via.HTTP or not sdk.packages:
                continue
            manifest = _nearest(call.path, language, manifests)
            if manifest is None or not _is_of(call.path, language):
                continue
            if _lists(sdk, language, packages) or (sdk.id, manifest) in told:
                continue
            told.add((sdk.id, manifest))
            names = ", ".join(sdk.packages[:3])
            flows = case.flows(call)
            message = f"{names} is called here and stands in no manifest"
            draft = about_call(call, message, flows, fix=f"list it in {manifest}")
            yield replace(draft, subject=(sdk.id,), confidence=Confidence.MEDIUM)


def _is_of(path: str, language: str) -> bool:
    """Whether a file is of the language, as far as its suffix tells."""
    scripts = (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte")
    return path.endswith(scripts) == (language == "javascript")


def _nearest(path: str, language: str, manifests: Set[tuple[str, str]]) -> str | None:
    """The manifest of the language that lies nearest above the file."""
    above = {str(parent) for parent in PurePosixPath(path).parents}
    found = {
        manifest
        for ecosystem, manifest in manifests
        if ecosystem == language and str(PurePosixPath(manifest).parent) in above
    }
    return max(sorted(found), key=lambda p: len(PurePosixPath(p).parts), default=None)


def _lists(sdk: Sdk, language: str, packages: Set[tuple[str, str]]) -> bool:
    # ``group:artifact`` stands apart in some manifests, of which the artifact alone is read.
    wanted = {_plain(part) for name in sdk.packages for part in (name, name.rpartition(":")[2])}
    return any((language, name) in packages for name in wanted)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
