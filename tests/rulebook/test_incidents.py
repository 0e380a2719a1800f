"""The incidents: how they are read, and what must hold for all that we have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from auditor.model.catalog import Catalog, Incident
from auditor.rulebook.load import load_catalog
from auditor.rulebook.problems import RuleError

HEAD = "id: down\ntitle: Acme down\nkind: outage\nstart: 2026-01-02T03:04Z\n"
TAIL = "confidence: high\nsources: ['https://acme.example/x']\n"
FULL = f"""\
{HEAD}minutes: 30
vendors: [acme]
platforms: [acme-api]
gateways: [front]
domains: ['model:acme-2', 'region:acme-api/eu']
surfaces: [chat]
uncertain: [acme-api]
errors: [529, connect]
not_affected: Everything else
{TAIL}"""


def load(root: Path, text: str) -> Catalog:
    files = {
        "vendors/acme.yaml": "id: acme\nname: Acme\n",
        "platforms/acme-api.yaml": "id: acme-api\nname: Acme API\n",
        "gateways/front.yaml": "id: front\nname: Front\n",
        "incidents/down.yaml": text,
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    return load_catalog(root)


def test_an_incident_is_read(tmp_path: Path) -> None:
    [incident] = load(tmp_path, FULL).incidents
    assert incident == Incident(
        id="down",
        title="Acme down",
        kind="outage",
        start="2026-01-02T03:04Z",
        minutes=30,
        confidence="high",
        sources=("https://acme.example/x",),
        vendors=("acme",),
        platforms=("acme-api",),
        gateways=("front",),
        surfaces=("chat",),
        domains=("model:acme-2", "region:acme-api/eu"),
        uncertain=("acme-api",),
        errors=("529", "connect"),
        not_affected="Everything else",
    )


def test_most_of_it_may_be_unknown(tmp_path: Path) -> None:
    [incident] = load(tmp_path, f"{HEAD}minutes: null\n{TAIL}").incidents
    assert (incident.minutes, incident.errors, incident.platforms) == (None, (), ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("platforms: [acme-ap]", "5: platforms: no platform 'acme-ap' - did you mean 'acme-api'?"),
        ("vendors: [acmee]", "5: vendors: no vendor 'acmee'"),
        ("gateways: [frnt]", "5: gateways: no platform 'frnt'"),
        ("domains: [acme-2]", "5: domains: 'acme-2' is no fault domain"),
        (
            "domains: ['modle:x']",
            "5: domains: 'modle:x' is no fault domain - did you mean 'model'?",
        ),
        ("domains: ['region:other/eu']", "5: domains: no platform 'other'"),
        ("uncertain: [acme-api]", "5: uncertain: 'acme-api' is not listed as affected"),
        ("errors: [5x]", "5: errors: no error class '5x' - did you mean '5xx'?"),
        ("minutes: soon", "5: minutes: expected a number"),
        ("colour: red", "5: unknown key 'colour'"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, line: str, expected: str) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, f"{HEAD}{line}\n{TAIL}")
    found = caught.value.problems
    assert any(p.startswith(f"incidents/down.yaml:{expected}") for p in found), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD.replace("kind: outage", "kind: outrage") + TAIL, "3: kind: unknown 'outrage' - did"),
        (HEAD.replace("2026-01-02T03:04Z", "yesterday") + TAIL, "4: start: 'yesterday' is no ISO"),
        (HEAD + "confidence: high\n", "1: sources: an incident needs at least one"),
        (HEAD + "confidence: high\nsources: [a]\n", "6: sources: 'a' is no address"),
        (HEAD + "confidence: sure\nsources: ['http://x']\n", "5: confidence: unknown 'sure'"),
        ("id: up\n" + HEAD.partition("\n")[2] + TAIL, "1: id 'up' does not repeat the name 'down'"),
    ],
)
def test_what_must_be_there_is_checked(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, text)
    found = caught.value.problems
    assert any(p.startswith(f"incidents/down.yaml:{expected}") for p in found), found


def test_ours_name_infrastructure_as_the_platforms_do(catalog: Catalog) -> None:
    known = {word for platform in catalog.platforms.values() for word in platform.infra}
    # a part of Azure that no platform stands on as a whole
    known.add("azure-front-door")
    for incident in catalog.incidents:
        kinds = [domain.partition(":") for domain in incident.domains]
        assert {name for kind, _, name in kinds if kind == "infra"} <= known, incident.id


def test_ours_took_something_away(catalog: Catalog) -> None:
    assert len(catalog.incidents) >= 21
    for one in catalog.incidents:
        assert one.vendors or one.platforms or one.gateways or one.domains, one.id
        assert datetime.fromisoformat(one.start).year in (2025, 2026)
        assert one.minutes is None or one.minutes > 0


def test_the_outage_that_looked_like_bad_keys(catalog: Catalog) -> None:
    [one] = [i for i in catalog.incidents if i.id == "anthropic-2026-04-28b"]
    assert (one.platforms, one.errors, one.minutes) == (("anthropic-api",), ("auth",), 78)
