"""Code and configuration files of one repository, read together."""

from __future__ import annotations

from auditor.model.report import AuditReport, CallReport
from tests.linker.conftest import audit_tree
from tests.linker.reading import AuditTree

__all__ = ["audit_tree"]

BY_NAME = """
import os
from openai import OpenAI

client = OpenAI(base_url=os.environ["LLM_URL"], api_key="x")

def answer(text):
    return client.chat.completions.create(model=os.getenv("LLM_MODEL"), messages=[text])
"""
COMPOSE = """
services:
  web:
    image: acme/web
    environment:
      LLM_URL: https://api.groq.com/openai/v1
      LLM_MODEL: llama-3.3-70b-versatile
"""


def test_a_variable_has_the_value_that_a_deployment_file_gives_it(audit_tree: AuditTree) -> None:
    [call] = audit_tree({"app.py": BY_NAME, "compose.yaml": COMPOSE}).calls
    assert call.platforms == ("groq",)
    assert "llama-3.3-70b-versatile" in call.models
    places = {(step.path, step.line) for step in call.evidence}
    assert {("app.py", 4), ("compose.yaml", 5)} <= places


def test_without_the_file_the_address_is_unknown(audit_tree: AuditTree) -> None:
    [call] = audit_tree({"app.py": BY_NAME}).calls
    assert call.platforms == ()


def test_a_default_in_the_code_comes_first(audit_tree: AuditTree) -> None:
    code = BY_NAME.replace('getenv("LLM_MODEL")', 'getenv("LLM_MODEL", "mixtral-8x7b-32768")')
    [call] = audit_tree({"app.py": code, "compose.yaml": COMPOSE}).calls
    assert call.models == ("mixtral-8x7b-32768",)


def test_an_address_that_the_library_reads_by_itself(audit_tree: AuditTree) -> None:
    code = "from openai import OpenAI\n\ndef f(t):\n    OpenAI().chat.completions.create(model='m', messages=[t])\n"  # noqa: E501
    env = "services:\n  web:\n    image: x\n    environment:\n      OPENAI_BASE_URL: http://ollama:11434/v1\n"
    [call] = audit_tree({"app.py": code, "compose.yaml": env}).calls
    assert set(call.platforms) == {"openai-api", "ollama"}
    assert call.dynamic


def test_an_example_does_not_move_what_the_library_reads(audit_tree: AuditTree) -> None:
    code = "from openai import OpenAI\n\ndef f(t):\n    OpenAI().chat.completions.create(model='m', messages=[t])\n"  # noqa: E501
    example = {"app.py": code, ".env.example": "OPENAI_BASE_URL=http://localhost:11434/v1\n"}
    [call] = audit_tree(example).calls
    assert call.platforms == ("openai-api",)


def test_values_that_may_be_secret_are_not_kept(audit_tree: AuditTree) -> None:
    code = "import os\nfrom openai import OpenAI\n\ndef f(t):\n    c = OpenAI(api_key=os.environ['ACME_API_KEY'])\n    c.chat.completions.create(model=os.environ['ACME_SECRET'], messages=[t])\n"  # noqa: E501
    report = audit_tree({"app.py": code, ".env": "ACME_API_KEY=sk-1234\nACME_SECRET=hush\n"})
    assert "sk-1234" not in repr(report)
    assert "hush" not in repr(report)


def test_a_handler_behind_a_loop_that_was_not_broken_off_is_a_fallback_line(
    audit_tree: AuditTree,
) -> None:
    code = """
from anthropic import Anthropic
from openai import OpenAI

def first(text):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[text])

def second(text):
    return Anthropic().messages.create(model="claude-sonnet-4-5", messages=[text], max_tokens=9)

def answer(text, waiting):
    for one in waiting:
        if one == text:
            break
    else:
        try:
            return first(text)
        except Exception:
            return second(text)
"""
    report = audit_tree({"app.py": code})
    line = code.strip().split("\n").index("            return second(text)") + 1
    found = [(c.path, c.line, c.key) for c in report.configs if c.what == "fallback"]
    assert found == [("app.py", line, "second")]


PROXY = """model_list:
  - model_name: smart
    litellm_params: {model: anthropic/claude-sonnet-4-5, api_key: os.environ/ANTHROPIC_API_KEY}
  - model_name: cheap
    litellm_params: {model: openai/gpt-4o-mini, api_key: os.environ/OPENAI_API_KEY}
litellm_settings:
  fallbacks: [{smart: [cheap]}]
"""


def asks(model: str, url: str = "http://litellm:4000/v1") -> str:
    return (
        "from openai import OpenAI\n\ndef answer(text):\n"
        f"    client = OpenAI(base_url='{url}', api_key='x')\n"
        f"    return client.chat.completions.create(model='{model}', messages=[text])\n"
    )


class TestAnAliasInCode:
    """A call through a gateway whose configuration is in the tree."""

    def call(self, report: AuditReport) -> CallReport:
        [call] = [call for call in report.calls if call.path == "app.py"]
        return call

    def test_survives_what_the_route_survives(self, audit_tree: AuditTree) -> None:
        report = audit_tree({"app.py": asks("smart"), "proxy.yaml": PROXY})
        call = self.call(report)
        assert call.verdict == "cross-vendor"
        assert call.vendors == ("anthropic", "openai")
        [workflow] = [w for w in report.workflows if w.kind == "library"]
        assert workflow.on_loss["anthropic"] == "survives"
        assert workflow.on_loss["gateway:litellm-proxy"] == "stops"
        assert workflow.single_points == ("gateway:litellm-proxy",)

    def test_names_both_ends(self, audit_tree: AuditTree) -> None:
        call = self.call(audit_tree({"app.py": asks("smart"), "proxy.yaml": PROXY}))
        places = {(step.path, step.line) for step in call.evidence}
        assert {("app.py", 4), ("app.py", 5), ("proxy.yaml", 2), ("proxy.yaml", 7)} <= places

    def test_without_a_fallback_has_none(self, audit_tree: AuditTree) -> None:
        call = self.call(audit_tree({"app.py": asks("cheap"), "proxy.yaml": PROXY}))
        assert (call.verdict, call.on_loss["openai"]) == ("none", "stops")

    def test_that_the_gateway_does_not_know_stays_as_it_is(self, audit_tree: AuditTree) -> None:
        call = self.call(audit_tree({"app.py": asks("clever"), "proxy.yaml": PROXY}))
        assert (call.vendors, call.verdict) == ((), "none")

    def test_that_two_configurations_read_differently_is_open(self, audit_tree: AuditTree) -> None:
        other = PROXY.replace("anthropic/claude-sonnet-4-5", "mistral/mistral-large-latest")
        files = {"app.py": asks("smart"), "dev/proxy.yaml": PROXY, "prod/proxy.yaml": other}
        call = self.call(audit_tree(files))
        assert call.vendors == ("anthropic", "mistral", "openai")
        assert call.dynamic

    def test_takes_the_nearer_of_two_configurations(self, audit_tree: AuditTree) -> None:
        other = PROXY.replace("anthropic/claude-sonnet-4-5", "mistral/mistral-large-latest")
        files = {"app.py": asks("smart"), "proxy.yaml": PROXY, "other/deep/proxy.yaml": other}
        assert self.call(audit_tree(files)).vendors == ("anthropic", "openai")

    def test_of_a_test_configuration_does_not_count(self, audit_tree: AuditTree) -> None:
        call = self.call(audit_tree({"app.py": asks("smart"), "tests/proxy.yaml": PROXY}))
        assert call.vendors == ()


COMPOSE_WITH_IMAGE = """services:
  brain:
    image: ghcr.io/berriai/litellm:main-stable
    ports: ["9123:4000"]
"""


class TestServersOfTheTree:
    """A service is known by the image it runs, whatever its name."""

    def test_of_compose_by_name_and_by_published_port(self, audit_tree: AuditTree) -> None:
        for url in ("http://brain/v1", "http://brain:4000", "http://localhost:9123/v1"):
            files = {"app.py": asks("smart", url), "proxy.yaml": PROXY}
            report = audit_tree({**files, "compose.yaml": COMPOSE_WITH_IMAGE})
            [call] = [call for call in report.calls if call.path == "app.py"]
            assert (call.gateways, call.verdict) == (("litellm-proxy",), "cross-vendor"), url

    def test_of_kubernetes_by_the_service_in_front(self, audit_tree: AuditTree) -> None:
        cluster = (
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: model-server}\nspec:\n"
            "  template:\n    metadata: {labels: {app: models}}\n"
            "    spec: {containers: [{name: main, image: 'vllm/vllm-openai:v0.9'}]}\n"
            "---\napiVersion: v1\nkind: Service\nmetadata: {name: brain}\n"
            "spec: {selector: {app: models}}\n"
        )
        code = asks("some-model", "http://brain.ai.svc.cluster.local/v1")
        report = audit_tree({"app.py": code, "cluster.yaml": cluster})
        assert report.calls[0].platforms == ("vllm",)

    def test_whose_images_differ_are_not_guessed(self, audit_tree: AuditTree) -> None:
        other = COMPOSE_WITH_IMAGE.replace("ghcr.io/berriai/litellm:main-stable", "ollama/ollama")
        files = {"a/compose.yaml": COMPOSE_WITH_IMAGE, "b/compose.yaml": other}
        report = audit_tree({"app.py": asks("smart", "http://brain/v1"), **files})
        assert report.calls[0].gateways == ()
        assert "ollama" not in report.calls[0].platforms
