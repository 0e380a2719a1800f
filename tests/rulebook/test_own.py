"""Rules that a team adds: a made-up vendor, library, gateway and fallback in YAML alone."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.audit import audit
from auditor.model.errors import AuditorError
from auditor.rulebook.load import load_catalog
from auditor.rulebook.problems import RuleError
from auditor.settings import Settings, load_settings

WORLD = {
    "rules/vendors/zorp.yaml": r"""
        id: zorp
        name: Zorp Minds
        home: zorp-api
        models: ['^zorp-[\w.\-]+$']
        """,
    "rules/platforms/zorp-api.yaml": """
        id: zorp-api
        name: Zorp API
        serves: zorp
        hosts: [api.zorp.example]
        key_env: [ZORP_API_KEY]
        """,
    "rules/gateways/zorp-gate.yaml": """
        id: zorp-gate
        name: Zorp Gate
        hosts: [gate.zorp.example]
        self_hosted: true
        """,
    "rules/sdks/python/zorp/sdk.yaml": """
        id: zorp
        name: Zorp SDK
        via: vendor-sdk
        packages: [zorp]
        modules: [zorp]
        functions:
          - {name: [zorp.think], kind: chat, platform: zorp-api,
             model: {arg: [model, 0], grammar: zorp}}
        """,
    "rules/grammars.yaml": "zorp: {separator: '@'}\n",
    "rules/configs/zorp-gate/config.yaml": """
        id: zorp-gate
        name: Zorp Gate
        files: [zorp-gate.yaml]
        syntaxes: [yaml]
        gateway: zorp-gate
        records:
          - {id: target, each: ['doors.*.to.*'], model: '.'}
        routes:
          - {id: door, each: [doors.*], title: 'door {name}', name: name, order: ordered,
             targets: [{each: ['to.*'], record: target}]}
        """,
    "rules/fallbacks/zorp/fallback.yaml": """
        id: zorp
        name: Zorp fallbacks
        language: python
        sdk: [zorp]
        ways:
          - {on: {functions: [zorp.think]}, entries: {arg: [otherwise]}}
        """,
    "auditor.toml": 'rules = ["rules"]\n',
    "app.py": """
        import zorp
        from openai import OpenAI

        def alone(text):
            return zorp.think("zorp-9", text)

        def covered(text):
            return zorp.think("zorp-9", text, otherwise=["gpt-4o"])

        def through(text):
            client = OpenAI(base_url="https://gate.zorp.example/v1", api_key="k")
            return client.chat.completions.create(model="front", messages=[text])
        """,
    "zorp-gate.yaml": """
        doors:
          - {name: front, to: [zorp-9, claude-sonnet-4-5]}
        """,
}


def written(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"))
    return root


def scan(root: Path, config: Path | None = None):
    settings = load_settings(root, config)
    report = audit([root], settings)
    return report, {call.function.rpartition(".")[2]: call for call in report.calls}


def test_a_made_up_vendor_with_a_library_a_gateway_and_a_fallback_needs_only_yaml(
    tmp_path: Path,
) -> None:
    report, calls = scan(written(tmp_path, WORLD))
    assert (calls["alone"].vendors, calls["alone"].verdict) == (("zorp",), "none")
    assert calls["alone"].on_loss["platform:zorp-api"] == "stops"
    assert calls["covered"].vendors == ("openai", "zorp")
    assert calls["covered"].on_loss["zorp"] == "survives"
    assert calls["through"].gateways == ("zorp-gate",)
    assert calls["through"].on_loss["zorp"] == "survives"
    assert calls["through"].on_loss["gateway:zorp-gate"] == "stops"
    assert "door front" in {workflow.name for workflow in report.workflows}


def test_what_a_repository_says_of_itself_hides_nothing_from_a_central_policy(
    tmp_path: Path,
) -> None:
    bare = {"app.py": WORLD["app.py"]}
    kind = {
        **bare,
        "auditor.toml": 'rules = ["rules"]\nfail-on = "never"\nselect = []\n',
        "rules/fallbacks/own/fallback.yaml": """
            id: own
            name: Everything is covered
            language: python
            sdk: [openai]
            ways:
              - {on: {calls: [chat.completions.create]}, entries: {arg: [messages]}}
            """,
    }
    central = written(tmp_path / "central", {"policy.toml": '[policy]\nvendors = ["anthropic"]\n'})
    plain, _ = scan(written(tmp_path / "a", bare), central / "policy.toml")
    other, _ = scan(written(tmp_path / "b", kind), central / "policy.toml")
    assert plain.findings
    found, wanted = ([(f.check, f.line) for f in r.findings] for r in (other, plain))
    assert found == wanted


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("platforms/zorp-api.yaml", "id: zorp-api\nname: Z\nhost: [z.example]\n",
         "rules/platforms/zorp-api.yaml:3: unknown key 'host' - did you mean 'hosts'?"),
        ("vendors/zorp.yaml", "id: zorp\nname: Z\nhome: zorp-apy\n",
         "rules/vendors/zorp.yaml:3: home: no platform 'zorp-apy' - did you mean 'zorp-api'?"),
        ("vendors/anthropic.yaml", "id: anthropic\nname: Mine\nopen_weights: ['^claude']\n",
         "rules/vendors/anthropic.yaml:1: there is a rule shipped with auditor of that id"),
        ("platforms/mine.yaml", "id: mine\nname: Mine\nhosts: [api.openai.com]\n",
         "host 'api.openai.com' belongs to"),
        ("checks/no-fallback.md", "---\nid: no-fallback\n---\n", "there is a rule shipped"),
        ("checks/quiet.md", "---\nid: quiet\n---\n", "checks are part of the program"),
        ("vendor/zorp.yaml", "id: zorp\n",
         "rules/vendor/zorp.yaml:1: nothing is read from here - did you mean 'vendors'?"),
        ("sdks/python/zorp/sdk.yml", "id: zorp\n", "did you mean 'sdk.yaml'?"),
        ("vendors/zorp.yaml", "id: [\n", "rules/vendors/zorp.yaml:2:"),
        ("grammars.yaml", "litellm: {separator: '/'}\n",
         "rules/grammars.yaml:1: there is a grammar 'litellm' already"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_file_line_and_what_may_be_meant(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    needed = ("rules/vendors/zorp.yaml", "rules/platforms/zorp-api.yaml", "auditor.toml")
    written(tmp_path, {key: WORLD[key] for key in needed})
    (tmp_path / "rules" / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "rules" / name).write_text(text)
    with pytest.raises(RuleError) as wrong:
        load_catalog(languages=frozenset({"python"}), settings=load_settings(tmp_path))
    assert any(said in problem for problem in wrong.value.problems), wrong.value.problems


WRAPPED = """
    from acme.llm import Client, ask

    def one(text):
        return ask(text, model="claude-sonnet-4-5")

    def two(text):
        client = Client()
        client.close()
        return client.chat.send(text)
    """
WRAPPER = """
    [[wrapper]]
    functions = ["acme.llm.ask"]
    vendor = "anthropic"
    model = ["model"]

    [[wrapper]]
    classes = ["acme.llm.Client"]
    methods = ["ask", "chat.send"]
    platform = "azure-openai"
    default-model = "gpt-4o"
    """


def test_a_door_of_the_teams_own_is_a_call(tmp_path: Path) -> None:
    report, calls = scan(written(tmp_path, {"app.py": WRAPPED, "auditor.toml": WRAPPER}))
    assert len(report.calls) == 2
    assert (calls["one"].vendors, calls["one"].models) == (("anthropic",), ("claude-sonnet-4-5",))
    assert (calls["two"].platforms, calls["two"].models) == (("azure-openai",), ("gpt-4o",))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('functions = ["acme.ask"]\nplatform = "azure-opnai"\n',
         "auditor.toml:2: platform: no platform 'azure-opnai' - did you mean 'azure-openai'?"),
        ('functions = ["ask"]\nvendor = "openai"\n', "has no module"),
        ('functions = ["a.ask"]\n', "does not say whom it asks"),
        ('functionz = ["a.ask"]\n', "unknown key 'functionz'"),
        ('classes = ["a.Door"]\nvendor = "openai"\n', "lacks methods"),
    ],
)  # fmt: skip
def test_a_wrong_wrapper_is_told_with_its_line(tmp_path: Path, table: str, said: str) -> None:
    (tmp_path / "auditor.toml").write_text(f"\n[[wrapper]]\n{table}")
    with pytest.raises(AuditorError) as wrong:
        load_catalog(languages=frozenset({"python"}), settings=load_settings(tmp_path))
    assert said in wrong.value.message


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('rules = ["nowhere"]\n')
    with pytest.raises(AuditorError, match="no folder 'nowhere'"):
        load_catalog(languages=frozenset(), settings=load_settings(tmp_path))


def test_the_digest_of_the_rules_tells_own_ones(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, WORLD))
    own = load_catalog(languages=frozenset(), settings=settings)
    assert own.digest != load_catalog(languages=frozenset(), settings=Settings()).digest
