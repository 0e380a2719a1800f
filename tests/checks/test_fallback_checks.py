"""Things that look like a fallback: each is called by its own name, and by that alone."""

from __future__ import annotations

import pytest

from tests.checks.trees import desk, found, the
from tests.linker.reading import AuditTree

SURVIVAL = (
    "no-fallback", "same-vendor-fallback", "narrow-fallback", "unreachable-fallback",
    "wrong-model-fallback", "shared-credential", "shared-platform", "single-vendor-workflow",
    "unprovisioned-fallback", "uninstalled-fallback",
)  # fmt: skip

TWO = """
import anthropic
import openai
import requests

def answer(text):
    try:
        return openai.OpenAI(timeout=5).chat.completions.create(model="gpt-4o", messages=[text])
    except {catches}:
        return {other}
"""
CLAUDE = 'anthropic.Anthropic().messages.create(model="claude-sonnet-4-6", messages=[text])'


def two(catches: str = "openai.APIError", other: str = CLAUDE) -> dict[str, str]:
    return desk(TWO.format(catches=catches, other=other))


@pytest.mark.parametrize(
    ("tree", "check"),
    [
        (two(), None),
        (two("Exception"), None),
        (two("openai.RateLimitError"), "narrow-fallback"),
        (two("openai.APIConnectionError"), "narrow-fallback"),
        (two("requests.RequestException"), "unreachable-fallback"),
        (two(other=CLAUDE.replace("claude-sonnet-4-6", "gpt-4o")), "wrong-model-fallback"),
        (
            two(
                other=CLAUDE.replace(
                    "Anthropic()", 'Anthropic(api_key=os.environ["OPENAI_API_KEY"])'
                )
            ),
            "shared-credential",
        ),
    ],
)
def test_each_false_fallback_has_one_name(audit_tree: AuditTree, tree, check) -> None:
    tree["desk/llm.py"] = "import os\n" + tree["desk/llm.py"].lstrip("\n")
    report = audit_tree(tree)
    assert [finding.check for finding in report.findings if finding.check in SURVIVAL] == (
        [check] if check else []
    )


def test_no_other_model_is_at_the_address_of_the_first(audit_tree: AuditTree) -> None:
    asks = """
import os
import litellm

def answer(text):
    return litellm.completion(
        model="openai/gpt-4o", messages=[text], api_base=os.environ["CHAT_URL"],
        fallbacks=["anthropic/claude-sonnet-4-5"],
    )
"""
    finding = the(audit_tree(desk(asks)).findings, "wrong-model-fallback")
    assert finding.message == (
        '"POST /tickets": what stands in asks the same address for claude-sonnet-4-5, which it'
        " does not have"
    )


def test_a_narrow_fallback_says_what_gets_past_it_and_where(audit_tree: AuditTree) -> None:
    finding = the(audit_tree(two("openai.RateLimitError")).findings, "narrow-fallback")
    assert finding.message == (
        '"POST /tickets" stops on a dead host, a timeout, a server error, an overloaded vendor:'
        " the fallback does not answer to that"
    )
    assert ("desk/llm.py", 8, "the handler takes openai.RateLimitError only") in [
        (step.path, step.line, step.says) for step in finding.evidence
    ]


SOFT = """
import anthropic
import openai

gpt = openai.OpenAI(timeout=5)

def soft(text):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIStatusError:
        {narrow}
    except Exception:
        {wide}

def answer(text):
    try:
        return soft(text)
    except Exception:
        return anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-6", max_tokens=9, messages=[text]
        )
"""


def test_an_error_that_a_handler_keeps_never_reaches_the_fallback(audit_tree: AuditTree) -> None:
    report = audit_tree(desk(SOFT.format(narrow="raise", wide="return None")))
    assert found(report, *SURVIVAL) == ["medium unreachable-fallback desk/llm.py:8"]
    finding = the(report.findings, "unreachable-fallback")
    assert finding.message == (
        '"POST /tickets" goes on without an answer when OpenAI is down: the fallback never hears'
        " of it, desk/llm.py:11 keeps the error"
    )
    lines = [(step.line, step.says) for step in finding.evidence]
    assert (11, "the error ends here, and nothing is raised instead") in lines
    assert (17, "the handler that asks another vendor never gets it") in lines


@pytest.mark.parametrize(
    "tree",
    [
        desk(SOFT.format(narrow="raise", wide="raise")),
        desk(SOFT.format(narrow="raise", wide="raise RuntimeError from None")),
        desk(
            SOFT.format(narrow="raise", wide="return None").replace(
                "        return soft(text)\n",
                "        found = soft(text)\n"
                "        if found is None:\n"
                "            raise ValueError\n"
                "        return found\n",
            )
        ),
        desk(
            SOFT.format(narrow="raise", wide='return ""').replace(
                "        return soft(text)\n",
                "        found = soft(text)\n"
                "        if len(found) < 9:\n"
                "            raise ValueError\n"
                "        return found\n",
            )
        ),
    ],
    ids=["raised again", "raised as another", "missed by the caller", "measured by the caller"],
)
def test_nothing_is_kept_where_the_fallback_hears_of_it(audit_tree: AuditTree, tree) -> None:
    assert found(audit_tree(tree), "unreachable-fallback") == []


def test_a_fallback_at_the_same_vendor_is_not_kept_from_anything(audit_tree: AuditTree) -> None:
    llm = SOFT.format(narrow="raise", wide="return None")
    same = llm.replace(
        """anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-6", max_tokens=9, messages=[text]
        )""",
        """gpt.chat.completions.create(model="gpt-4o-mini", messages=[text])""",
    )
    assert same != llm
    assert found(audit_tree(desk(same)), "unreachable-fallback") == []


def test_two_vendors_on_one_platform_share_it(audit_tree: AuditTree) -> None:
    llm = """
    import litellm

    CLAUDE = "bedrock/anthropic.claude-3-haiku-20240307-v1:0"

    def answer(text):
        try:
            return litellm.completion(model=CLAUDE, messages=[text])
        except Exception:
            return litellm.completion(model="bedrock/amazon.nova-pro-v1:0", messages=[text])
    """
    report = audit_tree(desk(llm))
    finding = the(report.findings, "shared-platform")
    assert finding.domains == ("platform:aws-bedrock",)
    assert found(report, "same-vendor-fallback", "no-fallback") == []


def test_a_key_that_no_deployment_file_names_is_said(audit_tree: AuditTree) -> None:
    tree = two()
    assert found(audit_tree(tree, folder="silent"), "unprovisioned-fallback") == []
    tree[".env.example"] = "OPENAI_API_KEY=\n"
    finding = the(audit_tree(tree, folder="half").findings, "unprovisioned-fallback")
    assert finding.message == (
        '"POST /tickets": the fallback needs ANTHROPIC_API_KEY, which no deployment file names'
    )
    tree[".env.example"] = "OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n"
    assert found(audit_tree(tree, folder="both"), "unprovisioned-fallback") == []


def test_a_library_that_is_no_dependency_is_said(audit_tree: AuditTree) -> None:
    tree = two()
    assert found(audit_tree(tree, folder="silent"), "uninstalled-fallback") == []
    tree["requirements.txt"] = "openai>=1\nfastapi\n"
    finding = the(audit_tree(tree, folder="half").findings, "uninstalled-fallback")
    assert finding.fix == "add anthropic to the dependencies"
    tree["requirements.txt"] = "openai>=1\nanthropic\n"
    assert found(audit_tree(tree, folder="both"), "uninstalled-fallback") == []


def test_no_workflow_that_stops_goes_without_a_finding(audit_tree: AuditTree) -> None:
    llm = """
    import anthropic
    import openai

    def ask(text):
        try:
            return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            return None

    def answer(text):
        found = ask(text)
        if found is None:
            raise RuntimeError("nobody answered")
        return found
    """
    report = audit_tree(desk(llm))
    [flow] = report.workflows
    assert flow.on_loss["openai"] == "stops"
    named = {id for finding in report.findings for id in finding.workflows}
    assert flow.id in named


def test_a_name_in_three_places_is_information(audit_tree: AuditTree) -> None:
    call = "client.messages.create(model=MODEL, messages=[text])"
    parts = [
        f'MODEL = "claude-sonnet-4-6"\n\ndef answer(text):\n    return {call}\n' for _ in range(3)
    ]
    head = "from anthropic import Anthropic\nclient = Anthropic()\n"
    tree = {f"desk/part{n}.py": head + part for n, part in enumerate(parts)}
    report = audit_tree(tree)
    finding = the(report.findings, "hardcoded-model")
    assert finding.message.startswith("claude-sonnet-4-6 is written in 3 places")
    assert found(audit_tree({"desk/a.py": head + parts[0]}, folder="one"), "hardcoded-model") == []
