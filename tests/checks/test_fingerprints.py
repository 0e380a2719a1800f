from __future__ import annotations

from tests.checks.trees import PLAIN, desk
from tests.linker.reading import AuditTree

TWICE = """
from anthropic import Anthropic

client = Anthropic()

def answer(text):
    one = client.messages.create(model="claude-sonnet-4-6", max_tokens=9, messages=[text])
    return client.messages.create(model="claude-sonnet-4-6", max_tokens=9, messages=[one])
"""


def prints(audit_tree: AuditTree, llm: str, folder: str) -> set[str]:
    findings = audit_tree(desk(llm), folder=folder).findings
    assert len({finding.fingerprint for finding in findings}) == len(findings)
    return {finding.fingerprint for finding in findings}


def test_moved_and_reindented_code_keeps_its_fingerprints(audit_tree: AuditTree) -> None:
    before = prints(audit_tree, TWICE, "before")
    assert len(before) >= 2
    padding = "\n".join(f"LINE_{number} = {number}" for number in range(200))
    assert prints(audit_tree, f"{padding}\n{TWICE}", "moved") == before
    indented = TWICE.replace(
        "    one = client", "    if text:\n        text = text.strip()\n    one = client"
    )
    assert prints(audit_tree, indented, "indented") == before


def test_a_renamed_file_keeps_its_fingerprints(audit_tree: AuditTree) -> None:
    before = prints(audit_tree, PLAIN, "before")
    renamed = desk(PLAIN)
    renamed["desk/models.py"] = renamed.pop("desk/llm.py")
    renamed["desk/api.py"] = renamed["desk/api.py"].replace("desk.llm", "desk.models")
    after = audit_tree(renamed, folder="renamed").findings
    assert {finding.fingerprint for finding in after} == before


def test_one_more_of_the_same_adds_one_and_leaves_the_others(audit_tree: AuditTree) -> None:
    once = prints(audit_tree, PLAIN, "once")
    twice = prints(audit_tree, TWICE, "twice")
    assert once < twice


def test_another_vendor_is_another_finding(audit_tree: AuditTree) -> None:
    other = """
    from openai import OpenAI

    def answer(text):
        return OpenAI().chat.completions.create(model="gpt-4o", messages=[text])
    """
    assert not prints(audit_tree, PLAIN, "one") & prints(audit_tree, other, "other")
