"""What nobody approved, declared, uses or lists."""

from __future__ import annotations

from auditor.settings import Settings
from auditor.settings.records import Policy
from tests.checks.trees import PLAIN, desk, found, the
from tests.linker.reading import AuditTree

KEYED = """
import os
from anthropic import Anthropic

client = Anthropic(api_key=os.environ["ANTHROPIC_API_KEY"])

def answer(text):
    return client.messages.create(model="claude-sonnet-4-6", max_tokens=9, messages=[text])
"""


def test_a_vendor_that_only_configuration_names_is_told_once(audit_tree: AuditTree) -> None:
    files = desk(PLAIN) | {".env": "ANTHROPIC_API_KEY=x\nMISTRAL_API_KEY=x\nMISTRAL_BASE_URL=\n"}
    report = audit_tree(files, Settings(policy=Policy(vendors=("anthropic",))))
    assert found(report, "unapproved-vendor") == ["medium unapproved-vendor .env:2"]


def test_a_key_that_other_files_declare_but_not_this_one(audit_tree: AuditTree) -> None:
    other = "import os\nfrom openai import OpenAI\n\ndef draft(t):\n    c = OpenAI(api_key=os.environ['OPENAI_API_KEY'])\n    return c.chat.completions.create(model='gpt-4o', messages=[t])\n"  # noqa: E501
    files = desk(KEYED) | {
        "desk/draft.py": other,
        "compose.yaml": "services:\n web:\n  image: x\n  environment:\n   OPENAI_API_KEY: x\n",
    }
    report = audit_tree(files)
    assert found(report, "undeclared-credential") == ["medium undeclared-credential desk/llm.py:7"]
    finding = the(report.findings, "undeclared-credential")
    assert "ANTHROPIC_API_KEY, which no deployment file declares" in finding.message
    assert ("compose.yaml", 5) in [(e.path, e.line) for e in finding.evidence]


def test_nothing_is_undeclared_where_nothing_is_declared(audit_tree: AuditTree) -> None:
    assert found(audit_tree(desk(KEYED)), "undeclared-credential") == []
    files = desk(KEYED) | {".env": "ANTHROPIC_API_KEY=x\n"}
    assert found(audit_tree(files, folder="other"), "undeclared-credential") == []


def test_a_platform_that_is_configured_and_never_asked(audit_tree: AuditTree) -> None:
    files = desk(PLAIN) | {".env": "ANTHROPIC_API_KEY=x\nMISTRAL_API_KEY=x\nMISTRAL_BASE_URL=x\n"}
    report = audit_tree(files)
    assert found(report, "dead-config") == ["low dead-config .env:2"]
    assert the(report.findings, "dead-config").message == (
        "MISTRAL_API_KEY configures Mistral AI API (la Plateforme), which no code here asks"
    )


def test_nothing_is_dead_where_a_call_may_ask_anybody(audit_tree: AuditTree) -> None:
    llm = "import litellm\n\ndef answer(text, row):\n    return litellm.completion(model=row.model, messages=[])\n"  # noqa: E501
    files = desk(llm) | {".env": "MISTRAL_API_KEY=x\n"}
    assert found(audit_tree(files), "dead-config") == []


def test_a_library_that_no_manifest_lists(audit_tree: AuditTree) -> None:
    files = desk(PLAIN) | {"requirements.txt": "fastapi\n"}
    report = audit_tree(files)
    assert found(report, "unlisted-dependency") == ["low unlisted-dependency desk/llm.py:6"]
    assert the(report.findings, "unlisted-dependency").fix == "list it in requirements.txt"


def test_a_listed_library_a_locked_one_and_a_tree_without_manifest(audit_tree: AuditTree) -> None:
    for number, (name, text) in enumerate((
        ("requirements.txt", "Anthropic>=0.20\n"),
        ("poetry.lock", '[[package]]\nname = "anthropic"\n'),
        ("desk/setup.py", "setup(install_requires=['anthropic'])\n"),
    )):  # fmt: skip
        manifest = (
            {} if name.endswith(".txt") else {"pyproject.toml": "[project]\ndependencies = ['x']\n"}
        )
        report = audit_tree(desk(PLAIN) | manifest | {name: text}, folder=f"repo{number}")
        assert found(report, "unlisted-dependency") == [], name
    assert found(audit_tree(desk(PLAIN), folder="bare"), "unlisted-dependency") == []


def test_an_artifact_is_listed_though_its_group_stands_on_another_line(
    audit_tree: AuditTree,
) -> None:
    pom = "<project><dependencies><dependency><groupId>{}</groupId><artifactId>{}</artifactId></dependency></dependencies></project>"  # noqa: E501
    source = (
        "package shop\nimport com.aallam.openai.api.chat.ChatCompletionRequest\n"
        "import com.aallam.openai.client.OpenAI\nsuspend fun ask(client: OpenAI) = "
        "client.chatCompletion(ChatCompletionRequest(messages = listOf()))\n"
    )
    listed = {"pom.xml": pom.format("com.aallam.openai", "openai-client"), "src/Ask.kt": source}
    other = listed | {"pom.xml": pom.format("org.shop", "shop")}
    assert found(audit_tree(listed), "unlisted-dependency") == []
    assert len(found(audit_tree(other, folder="other"), "unlisted-dependency")) == 1
