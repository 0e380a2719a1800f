"""What the loader reads, and how it tells what is wrong."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.model.catalog import CallKind, Role, Slot, Via
from auditor.model.errors import AuditorError
from auditor.rulebook.load import load_catalog
from auditor.rulebook.problems import RuleError
from tests.memory import Dictionary

VENDOR = """\
    id: acme
    name: Acme AI
    home: acme-api
    aliases: [acme-labs]
    models: ['^acme-']
    """
PLATFORM = """\
    id: acme-api
    name: Acme API
    serves: acme
    hosts: [api.acme.example]
    endpoints:
      - {path: '/v1/(?P<model>[^/]+):ask', kind: chat}
    prefixes: {slash: [acme]}
    """
GRAMMARS = "slash: {separator: '/', bare: acme-api}\n"
SDK = """\
    id: acme
    name: Acme SDK
    via: vendor-sdk
    packages: [acme]
    modules: [acme]
    objects:
      - id: client
        make: [acme.Acme]
        surface: api
        when: {arg: [0, live], equals: [true]}
        platform: acme-api
        model: {arg: [model, 0], within: [a.b], env: [ACME_MODEL], default: acme-2, grammar: slash}
        timeout: {arg: timeout, default: 2.5}
    surfaces:
      api:
        calls:
          - {path: [chat.create], kind: chat, model: model, stream: true}
        makes:
          - {path: [chats.create()], object: client}
        same: [raw]
    functions:
      - {name: [acme.get], url: [url, 0], body: json}
    """
FRAMEWORK = """\
    id: web
    name: Web
    modules: [web]
    patterns:
      - id: route
        kind: http
        title: '{METHOD} {path}'
        decorator: {on: [web.App], methods: [get]}
        args: {path: [0, path]}
      - {id: page, kind: main, title: page, module: {}}
    handoffs:
      - {methods: [delay], function: self, deferred: true}
    injects: [web.Depends]
    """
FILES = {
    "vendors/acme.yaml": VENDOR,
    "platforms/acme-api.yaml": PLATFORM,
    "gateways/front.yaml": "id: front\nname: Front\ngrammar: slash\n",
    "grammars.yaml": GRAMMARS,
    "endpoints.yaml": "endpoints:\n  - {path: /ask$, kind: chat}\n",
    "sdks/python/acme/sdk.yaml": SDK,
    "entrypoints/web/entrypoint.yaml": FRAMEWORK,
}


def write(root: Path, changes: dict[str, str] | None = None) -> Path:
    for name, text in {**FILES, **(changes or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    return root


def mistakes(root: Path, changes: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(RuleError) as caught:
        load_catalog(write(root, changes))
    return caught.value.problems


def test_reads_every_family(tmp_path: Path) -> None:
    catalog = load_catalog(write(tmp_path))
    assert catalog.vendors["acme"].aliases == ("acme-labs",)
    assert catalog.platforms["acme-api"].prefixes == {"slash": ("acme",)}
    assert catalog.platforms["front"].role is Role.GATEWAY
    assert catalog.grammars["slash"].bare == "acme-api"
    assert [endpoint.path for endpoint in catalog.endpoints] == ["/ask$"]
    assert [sdk.id for sdk in catalog.sdks] == ["acme"]
    assert [framework.id for framework in catalog.frameworks] == ["web"]
    assert len(catalog.digest) == 64


def test_reads_slots_conditions_and_surfaces(tmp_path: Path) -> None:
    [sdk] = load_catalog(write(tmp_path)).sdks
    [client] = sdk.objects
    assert (sdk.language, sdk.via) == ("python", Via.VENDOR_SDK)
    assert client.target.model == Slot(
        ("model", 0), ("a.b",), (), ("ACME_MODEL",), "acme-2", "slash"
    )
    assert client.target.timeout == Slot(("timeout",), default=2.5)
    assert client.when is not None
    assert client.when.equals == ("True",)
    [call] = sdk.surfaces[0].calls
    assert (call.paths, call.kind, call.stream) == (("chat.create",), CallKind.CHAT, True)
    assert call.target.model == Slot(("model",))
    [function] = sdk.functions
    assert (function.kind, function.url) == (CallKind.OTHER, Slot(("url", 0)))


def test_reads_entry_patterns_although_yaml_once_took_on_for_true(tmp_path: Path) -> None:
    [framework] = load_catalog(write(tmp_path)).frameworks
    route, page = framework.patterns
    assert (route.trigger, route.on, route.methods) == ("decorator", ("web.App",), ("get",))
    assert route.args == {"path": Slot((0, "path"))}
    assert page.trigger == "module"
    assert framework.handoffs[0].function == Slot(("self",))
    assert framework.language == "python"


def test_an_empty_folder_is_an_empty_catalog(tmp_path: Path) -> None:
    catalog = load_catalog(tmp_path)
    assert not catalog.vendors
    assert not catalog.sdks


def test_only_the_languages_asked_for_are_read(tmp_path: Path) -> None:
    root = write(tmp_path, {"sdks/ruby/acme/sdk.yaml": SDK})
    assert [sdk.language for sdk in load_catalog(root).sdks] == ["python", "ruby"]
    assert [sdk.language for sdk in load_catalog(root, frozenset({"ruby"})).sdks] == ["ruby"]
    assert not load_catalog(root, frozenset({"ruby"})).frameworks


def test_a_constant_is_known_by_every_path_of_its_module(tmp_path: Path) -> None:
    more = """\
    constants:
      acme: {ACME_2: acme-2, ACME_3: acme-3}
      acme.old: {ACME_3: acme-3-beta}
    also: {acme: [acme.shared, acme.old]}
    """
    small = load_catalog(write(tmp_path, {"sdks/python/acme/sdk.yaml": SDK.rstrip(" ") + more}))
    assert dict(small.sdks[0].constants) == {
        "acme.ACME_2": "acme-2",
        "acme.ACME_3": "acme-3",
        "acme.shared.ACME_2": "acme-2",
        "acme.shared.ACME_3": "acme-3",
        "acme.old.ACME_2": "acme-2",
        "acme.old.ACME_3": "acme-3-beta",
    }, "what is listed itself goes before"


def test_the_digest_changes_with_any_file(tmp_path: Path) -> None:
    before = load_catalog(write(tmp_path)).digest
    assert load_catalog(tmp_path).digest == before
    assert load_catalog(write(tmp_path, {"vendors/acme.yaml": VENDOR + "# more"})).digest != before


def test_a_memory_gives_the_same_catalog(tmp_path: Path) -> None:
    root, memory = write(tmp_path), Dictionary()
    first = load_catalog(root, memory=memory)
    assert memory.kept
    assert load_catalog(root, memory=memory) == first == load_catalog(root)
    memory.kept = dict.fromkeys(memory.kept, b"{broken")
    assert load_catalog(root, memory=memory) == first


def test_a_memory_is_of_the_languages_and_the_state_of_the_rules(tmp_path: Path) -> None:
    root, memory = write(tmp_path), Dictionary()
    load_catalog(root, memory=memory)
    assert not load_catalog(root, frozenset(), memory=memory).sdks
    changed = write(root, {"vendors/acme.yaml": VENDOR.replace("Acme", "Other")})
    assert load_catalog(changed, memory=memory).vendors["acme"].name == "Other AI"


def test_rules_with_mistakes_are_not_kept(tmp_path: Path) -> None:
    root, memory = write(tmp_path, {"vendors/acme.yaml": VENDOR + "colour: red\n"}), Dictionary()
    for _ in range(2):
        with pytest.raises(RuleError):
            load_catalog(root, memory=memory)
    assert not memory.kept


def test_a_rule_error_is_for_users(tmp_path: Path) -> None:
    with pytest.raises(
        AuditorError, match=r"1 mistake in the rules:\n  vendors/acme\.yaml:6: "
    ) as e:
        load_catalog(write(tmp_path, {"vendors/acme.yaml": VENDOR + "colour: red\n"}))
    assert e.value.hint


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("vendors/acme.yaml", VENDOR + "modles: [x]\n", "6: unknown key 'modles' - did you mean"),
        ("vendors/acme.yaml", "id: acme\n", "1: 'name' is missing"),
        (
            "vendors/acme.yaml",
            "id: acne\nname: x\n",
            "1: id 'acne' does not repeat the name 'acme'",
        ),
        ("vendors/acme.yaml", "id: acme\nname: [x]\n", "2: name: expected a word, found ['x']"),
        ("vendors/acme.yaml", "id: acme\nname: x\nmodels: ['a(']\n", "3: invalid regular expr"),
        (
            "vendors/acme.yaml",
            "id: acme\nname: x\nmodels:\n- a\n- 3\n",
            "5: models: expected a word",
        ),
        (
            "vendors/acme.yaml",
            "id: acme\nname: x\nhome: acme_api\n",
            "3: home: no platform 'acme_api'",
        ),
        ("vendors/acme.yaml", "id: acme\nid: acme\nname: x\n", "2: key 'id' twice"),
        ("vendors/acme.yaml", "id: acme\nname: [x\n", "3: did not find expected"),
        ("vendors/acme.yaml", "id: &a acme\nname: *a\n", "1: anchors, aliases and tags"),
        ("vendors/acme.yaml", "- id: acme\n", "1: expected a mapping"),
        ("platforms/acme-api.yaml", PLATFORM + "role: gateway\n", "8: role: a gateway belongs"),
        ("platforms/acme-api.yaml", PLATFORM + "role: locl\n", "8: role: unknown 'locl' - did you"),
        (
            "platforms/acme-api.yaml",
            PLATFORM + "ports: [http]\n",
            "8: ports: expected port numbers",
        ),
        ("platforms/acme-api.yaml", PLATFORM + "self_hosted: 3\n", "8: self_hosted: expected true"),
        ("gateways/front.yaml", "id: front\nname: x\nrole: local\n", "3: unknown key 'role'"),
        ("gateways/front.yaml", "id: front\nname: x\ngrammar: slosh\n", "3: grammar: no grammar"),
        (
            "gateways/front.yaml",
            "id: front\nname: x\nprefixes: {slsh: [a]}\n",
            "3: slsh: no grammar",
        ),
        (
            "gateways/front.yaml",
            "id: front\nname: x\nprefixes: {slash: [acme]}\n",
            "3: slash prefix",
        ),
        ("gateways/front.yaml", "id: front\nname: x\nhosts: [api.acme.example]\n", "3: host 'api"),
        (
            "endpoints.yaml",
            "endpoints:\n- {path: x, kind: caht}\n",
            "2: kind: unknown 'caht' - did",
        ),
        ("endpoints.yaml", "endpoints:\n- {path: x}\n", "2: 'kind' is missing"),
        (
            "sdks/python/acme/sdk.yaml",
            "id: acme\nname: x\nvia: http\nobject: []\n",
            "4: unknown key",
        ),
        (
            "sdks/python/acme/sdk.yaml",
            SDK.replace("surface: api", "surface: app"),
            "9: surface: no surface 'app' in this file - did you mean 'api'?",
        ),
        (
            "sdks/python/acme/sdk.yaml",
            SDK.replace("object: client", "object: cleint"),
            "19: object: no object 'cleint' in this file - did you mean 'client'?",
        ),
        ("sdks/python/acme/sdk.yaml", SDK.replace("[0, live]", "[1.5]"), "10: arg: expected argu"),
        (
            "entrypoints/web/entrypoint.yaml",
            FRAMEWORK.replace("module: {}", "x: {}"),
            "10: a pattern",
        ),
        (
            "configs/acme/config.yaml",
            "id: acme\nname: x\npackages:\n- {ecosystem: python, at: [a], pattern: '(?P<name>a'}\n",
            "4: invalid regular expression",
        ),
        (
            "configs/acme/config.yaml",
            "id: acme\nname: x\npackages:\n- {ecosystem: python, at: [a], pattern: 'a(.*)'}\n",
            "4: pattern: the package is the group 'name'",
        ),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, file: str, text: str, expected: str) -> None:
    found = mistakes(tmp_path, {file: text})
    assert any(line.startswith(f"{file}:{expected}") for line in found), found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        {
            "vendors/acme.yaml": VENDOR + "colour: red\n    size: 3\n",
            "platforms/acme-api.yaml": PLATFORM.replace("serves: acme", "serves: acne"),
        },
    )
    assert [line.rpartition(":")[0] for line in found] == [
        "platforms/acme-api.yaml:3: serves",
        "vendors/acme.yaml:6",
        "vendors/acme.yaml:7",
    ]


def test_a_vendor_name_is_given_once(tmp_path: Path) -> None:
    [line] = mistakes(tmp_path, {"vendors/other.yaml": "id: other\nname: x\naliases: [Acme]\n"})
    assert line == "vendors/other.yaml:3: 'Acme' names 'acme' already"


def test_an_id_is_in_platforms_or_in_gateways(tmp_path: Path) -> None:
    [line] = mistakes(tmp_path, {"gateways/acme-api.yaml": "id: acme-api\nname: x\n"})
    assert line == "gateways/acme-api.yaml:1: 'acme-api' is in platforms/ and in gateways/"


def test_a_file_that_is_no_yaml_is_told_alone(tmp_path: Path) -> None:
    [line] = mistakes(tmp_path, {"grammars.yaml": "slash: {separator: '/'\n"})
    assert line.startswith("grammars.yaml:2: ")
