"""What a workflow loses with a vendor and with one of the platforms that serve its models."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.model.report import WorkflowReport
from auditor.settings import Settings

SAME_VENDOR_ELSEWHERE = """
from openai import AzureOpenAI, OpenAI

client = OpenAI()
azure = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="2024-06-01")


def answer(question):
    try:
        return client.chat.completions.create(model="gpt-4o", messages=question)
    except Exception:
        return azure.chat.completions.create(model="gpt-4o", messages=question)


if __name__ == "__main__":
    answer([])
"""


def _workflow(folder: Path, source: str) -> WorkflowReport:
    (folder / "app.py").write_text(source)
    [found] = audit([folder], Settings()).workflows
    return found


def test_a_second_platform_of_the_same_vendor_helps_against_its_platform_only(
    tmp_path: Path,
) -> None:
    workflow = _workflow(tmp_path, SAME_VENDOR_ELSEWHERE)

    assert workflow.on_loss == {
        "openai": "stops",
        "platform:openai-api": "survives",
        "platform:azure-openai": "survives",
    }
    assert workflow.single_points == ("vendor:openai",)


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("return client.responses.create(model='gpt-4o', input=parts)", "stops"),
        (
            "try:\n        return client.responses.create(model='gpt-4o', input=parts)\n"
            "    except Exception:\n        return 'sorry'",
            "degrades",
        ),
    ],
)
def test_a_loop_that_only_turns_bad_requests_away_covers_nothing(
    tmp_path: Path, ask: str, expected: str
) -> None:
    source = (
        "from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef answer(parts):\n"
        "    for part in parts:\n        if part.bad:\n            return 'too bad'\n"
        f"    {ask}\n\n\nif __name__ == '__main__':\n    print(answer(load()))\n"
    )
    assert _workflow(tmp_path, source).on_loss["openai"] == expected


LISTED = """
import os

from litellm import completion


def answer(question):
    return completion(model="gpt-4o", messages=question, fallbacks=[NEXT])


if __name__ == "__main__":
    answer([])
"""


@pytest.mark.parametrize(
    ("next_one", "expected"),
    [
        ("os.environ['SPARE_MODEL']", "unknown"),
        ("'anthropic/claude-sonnet-4-5'", "survives"),
        ("os.environ['SPARE_MODEL'], 'anthropic/claude-sonnet-4-5'", "survives"),
        ("'gpt-4o-mini', os.environ['SPARE_MODEL']", "unknown"),
    ],
)
def test_whoever_is_not_known_in_a_list_may_be_who_has_failed(
    tmp_path: Path, next_one: str, expected: str
) -> None:
    workflow = _workflow(tmp_path, LISTED.replace("NEXT", next_one))

    assert workflow.on_loss["openai"] == expected


BY_HAND = """
import os

from litellm import completion


def answer(question):
    try:
        return completion(model="gpt-4o", messages=question)
    except Exception:
        return completion(model=NEXT, messages=question)


if __name__ == "__main__":
    answer([])
"""


@pytest.mark.parametrize(
    ("next_one", "expected"),
    [
        ("os.environ['SPARE_MODEL']", "unknown"),
        ("'anthropic/claude-sonnet-4-5'", "survives"),
        ("'gpt-4o-mini'", "stops"),
    ],
)
def test_whoever_is_not_known_in_a_handler_may_be_who_has_failed(
    tmp_path: Path, next_one: str, expected: str
) -> None:
    workflow = _workflow(tmp_path, BY_HAND.replace("NEXT", next_one))

    assert workflow.on_loss["openai"] == expected
