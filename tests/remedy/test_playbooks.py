"""Playbooks speak of the repository, and leave out what it has not."""

from __future__ import annotations

import pytest

from auditor.rulebook.load import load_catalog
from auditor.rulebook.problems import RuleError
from tests.linker.reading import AuditTree

GATEWAY = """
import openai

client = openai.OpenAI(base_url="https://openrouter.ai/api/v1", api_key="k")

def main():
    client.chat.completions.create(model="openai/gpt-4o", messages=[])

if __name__ == "__main__":
    main()
"""


def test_a_gateway_is_named_with_the_calls_and_workflows_that_need_it(
    audit_tree: AuditTree,
) -> None:
    [playbook] = audit_tree({"app.py": GATEWAY}).playbooks
    assert playbook.check == "shared-gateway"
    assert playbook.steps[0].startswith("Everything at app.py:6 goes through OpenRouter: ")
    assert playbook.steps[1].endswith(' "python app.py" stop without it.')
    assert not any("<<" in step for step in playbook.steps)


def test_a_step_about_something_that_is_not_there_is_left_out(audit_tree: AuditTree) -> None:
    plain = GATEWAY.replace('base_url="https://openrouter.ai/api/v1", api_key="k"', "")
    [playbook] = audit_tree({"app.py": plain}).playbooks
    assert not any("has what these lines use" in step for step in playbook.steps)


def test_a_finding_that_is_ignored_needs_no_playbook(audit_tree: AuditTree) -> None:
    ignored = GATEWAY.replace(
        "    client.chat",
        "    # auditor: ignore[shared-gateway] - nobody waits for it\n    client.chat",
    )
    assert audit_tree({"app.py": ignored}).playbooks == ()


def test_a_hole_that_nobody_fills_is_a_mistake_with_its_line(tmp_path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks/a-check.md").write_text(
        "---\ntitle: a\nseverity: low\nkind: time\nsays: b\nfix: c\n---\ntext\n", encoding="utf-8"
    )
    folder = tmp_path / "remedies/playbooks"
    folder.mkdir(parents=True)
    (folder / "a-check.yaml").write_text(
        "title: a\nsteps:\n  - 'ask <<gateway>>'\n", encoding="utf-8"
    )
    with pytest.raises(RuleError, match=r"a-check.yaml:2: nothing is known as 'gateway' - did you"):
        load_catalog(tmp_path)
