"""``remedies/``: what may be done about a finding, library by library, and equal models."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path, PurePosixPath

from auditor.model.remedy import Remedies, Remedy, RouteWay, Tier, Way
from auditor.rulebook.locate import find_rules
from auditor.rulebook.problems import Place, Problems
from auditor.rulebook.read_yaml import BadYaml, read_yaml
from auditor.rulebook.record import Record

FOLDER = "remedies"
_LANGUAGES = ("javascript", "python")
_MODELS = f"{FOLDER}/models.yaml"
_ROUTES = f"{FOLDER}/configs.yaml"


def load_remedies(root: Path | None = None) -> Remedies:
    """Everything in the folder. Raises ``RuleError`` with all mistakes found."""
    folder = root or find_rules()
    ways = (path for one in _LANGUAGES for path in folder.glob(f"{FOLDER}/{one}/*.yaml"))
    paths = [*ways, *folder.glob(_MODELS), *folder.glob(_ROUTES)]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    problems = Problems()
    found = []
    for name in sorted(set(files) - {_MODELS, _ROUTES}):
        record = _record(name, files[name], problems)
        _, language, _ = PurePosixPath(name).parts
        found.append(_remedy(record, language, PurePosixPath(name).stem))
    tiers = _tiers(_record(_MODELS, files[_MODELS], problems)) if _MODELS in files else ()
    routes = _routes(_record(_ROUTES, files[_ROUTES], problems)) if _ROUTES in files else ()
    problems.raise_any(folder)
    return Remedies(tuple(found), tiers, routes)


def _record(name: str, text: bytes, problems: Problems) -> Record:
    place = Place(name)
    try:
        return Record(read_yaml(text), place, problems)
    except BadYaml as error:
        problems.add(place, error.message, error.line)
        return Record(None, place, Problems())


def _remedy(record: Record, language: str, name: str) -> Remedy:
    if record.need("id") != name:
        record.complain("id", f"id does not repeat the name '{name}'")
    found = Remedy(
        id=name,
        language=language,
        sdk=record.need("sdk"),
        ways=tuple(_way(way) for way in record.children("ways")),
        sources=record.texts("sources"),
    )
    record.done()
    return found


def _way(record: Record) -> Way:
    to = record.child("to")
    found = Way(
        id=record.need("id"),
        names=record.texts("names"),
        at=record.text("at") or "call",
        add=record.mapping("add"),
        missing=record.mapping("missing"),
        append=record.mapping("append"),
        wrap=record.text("wrap") or "",
        argument=record.text("argument") or "",
        function=record.text("function") or "",
        define=record.text("define") or "",
        instead=record.text("instead") or "",
        types=record.mapping("types"),
        refuse=record.texts("refuse"),
        usual=record.mapping("usual"),
        address=record.text("address") or "",
        body=record.text("body") or "",
        imports=record.text("imports") or "",
        needs=record.texts("needs"),
        given=record.text("given") or "",
        within=record.text("within") or "",
        text=record.text("text") or "",
        positional=record.texts("positional"),
        built=record.texts("built"),
        grammar=record.text("grammar") or "",
        entries=record.text("entries") or "",
        entry=record.text("entry") or "",
        inherited=record.mapping("inherited"),
        caveat=record.text("caveat") or "",
        to={vendor: to.mapping(vendor) for vendor in to.words()} if to is not None else {},
    )
    if found.at not in ("call", "client"):
        record.complain("at", f"at: '{found.at}' is neither call nor client")
    if bool(found.function) != bool(found.define):
        record.complain("function", "function and define belong together")
    if bool(found.entries) != bool(found.entry):
        record.complain("entries", "entries and entry belong together")
    record.done()
    return found


def _routes(record: Record) -> tuple[RouteWay, ...]:
    record.texts("sources")
    found = []
    for route in record.children("routes"):
        found.append(RouteWay(**{field.name: route.need(field.name) for field in fields(RouteWay)}))
        route.done()
    record.done()
    return tuple(found)


def _tiers(record: Record) -> tuple[Tier, ...]:
    record.texts("sources")
    found = []
    for tier in record.children("tiers"):
        found.append(Tier(tier.need("id"), tier.patterns("like"), tier.mapping("use")))
        tier.done()
    record.done()
    return tuple(found)
