"""Patches of handlers and of what stands in: what they change, and that nothing else changes."""

from __future__ import annotations

import pytest

from auditor.settings import Settings
from auditor.settings.records import Policy
from tests.remedy.conftest import Mend, changed, reasons

NARROW = '''
"""Answers tickets."""
import anthropic
from openai import OpenAI, RateLimitError

gpt = OpenAI(timeout=15, max_retries=1)   # both together half a minute


def main(text):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except RateLimitError:      # a busy day
        return anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-6", max_tokens=9, messages=[text]
        )


if __name__ == "__main__":
    main("x")
'''


def test_a_handler_takes_what_stands_above_its_type(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": NARROW}, unsafe=False)
    assert [(p.kind, p.says) for p in mended.patches] == [
        ("wider-handler", "catch APIError, not RateLimitError alone")
    ]
    assert changed(mended) == [
        "from openai import APIError, OpenAI, RateLimitError",
        "except APIError:      # a busy day",
    ]
    assert len(mended.after["app.py"].splitlines()) == len(mended.before["app.py"].splitlines())


def test_a_patched_tree_has_nothing_left_to_patch(mend_tree: Mend) -> None:
    after = mend_tree({"app.py": NARROW}, checks=("narrow-fallback",)).after
    again = mend_tree(after, checks=("narrow-fallback",))
    assert (again.patches, again.refusals) == ((), ())


def test_a_type_is_written_as_its_neighbour_is(mend_tree: Mend) -> None:
    llm = NARROW.replace("OpenAI, RateLimitError", "OpenAI").replace(
        "except RateLimitError", "except openai.RateLimitError"
    )
    llm = llm.replace("import anthropic\n", "import anthropic\nimport openai\n")
    mended = mend_tree({"app.py": llm})
    assert changed(mended) == ["except openai.APIError:      # a busy day"]


def test_a_handler_that_leaves_the_rest_to_another_is_left_alone(mend_tree: Mend) -> None:
    llm = NARROW.replace(
        "\n\nif __name__", "\n    except Exception:\n        raise\n\n\nif __name__", 1
    )
    mended = mend_tree({"app.py": llm}, checks=("narrow-fallback",))
    assert mended.patches == ()
    assert reasons(mended) == ["the handler at app.py:16 takes what this one leaves"]


def test_a_fallback_that_would_come_too_late_is_made_quick_and_needs_a_look(
    mend_tree: Mend,
) -> None:
    llm = NARROW.replace("timeout=15, max_retries=1", "")
    mended = mend_tree({"app.py": llm}, unsafe=False)
    assert mended.patches == ()
    [held] = mended.held
    assert held.says.endswith("; set timeout=20 and max_retries=1")
    mended = mend_tree({"app.py": llm}, unsafe=True)
    first = changed(mended)[1]
    assert first == "gpt = OpenAI(timeout=20, max_retries=1)   # both together half a minute"


def test_what_the_policy_allows_decides_how_long_one_try_may_take(mend_tree: Mend) -> None:
    llm = NARROW.replace("timeout=15, max_retries=1", "timeout=90")
    settings = Settings(policy=Policy(max_failover_seconds=10))
    mended = mend_tree({"app.py": llm}, settings=settings, checks=("narrow-fallback",))
    assert "gpt = OpenAI(timeout=5, max_retries=1)   # both" in changed(mended)[1]


SOFT = """
import anthropic
from openai import OpenAI

gpt = OpenAI(timeout=15, max_retries=1)

def soft(text):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        print(error)
        return None

def main(text):
    try:
        return soft(text)
    except Exception:
        return anthropic.Anthropic().messages.create(
            model="claude-sonnet-4-6", max_tokens=9, messages=[text]
        )

if __name__ == "__main__":
    main("x")
"""


@pytest.mark.parametrize(
    ("end", "becomes"),
    [
        ("return None", ["raise"]),
        ("pass  # for now", ["raise  # for now"]),
        ("gone = True", ["raise"]),
    ],
)
def test_an_error_is_let_through_to_the_fallback(mend_tree: Mend, end: str, becomes) -> None:
    mended = mend_tree({"app.py": SOFT.replace("return None", end)})
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("let-through", False)
    assert patch.says == "raise the error again at app.py:9"
    assert changed(mended) == becomes
    assert "whoever else calls the function" in patch.notes[0]


def test_a_handler_that_ends_in_several_ways_is_left_alone(mend_tree: Mend) -> None:
    llm = SOFT.replace("print(error)", "if text:\n            return text")
    assert reasons(mend_tree({"app.py": llm})) == ["the handler at app.py:9 ends in several ways"]


def test_no_error_is_let_through_that_would_stop_somebody_else(mend_tree: Mend) -> None:
    tree = {"app.py": SOFT}
    assert mend_tree(tree, checks=("unreachable-fallback",)).patches != ()
    tree["job.py"] = 'from app import soft\n\nif __name__ == "__main__":\n    print(soft("y"))\n'
    mended = mend_tree(tree, checks=("unreachable-fallback",))
    assert mended.patches == ()
    [reason] = reasons(mended)
    assert reason.startswith("python job.py would take the loss of ")


def test_the_second_leg_gets_a_model_of_its_own_vendor(mend_tree: Mend) -> None:
    llm = NARROW.replace("RateLimitError", "APIError").replace("claude-sonnet-4-6", "gpt-4o")
    mended = mend_tree({"app.py": llm}, unsafe=False)
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("own-model", True)
    [line] = changed(mended)
    assert line.startswith('model="claude-')
    assert line.endswith(", max_tokens=9, messages=[text]")
    assert "proposal" in patch.notes[0]


def test_a_form_feed_ends_no_line(mend_tree: Mend) -> None:
    text = NARROW.replace("\n\ngpt =", "\n\x0c\ngpt =")
    mended = mend_tree({"app.py": text}, unsafe=False)
    assert changed(mended) == [
        "from openai import APIError, OpenAI, RateLimitError",
        "except APIError:      # a busy day",
    ]


def test_line_ends_and_signs_outside_ascii_stay(mend_tree: Mend, tmp_path) -> None:
    text = NARROW.lstrip().replace("Answers", "Ä\u00e9 answers").replace("\n", "\r\n")
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo/app.py").write_bytes(text.encode())
    after = mend_tree({}, unsafe=False).after["app.py"]
    assert after == text.replace(
        "OpenAI, RateLimitError", "APIError, OpenAI, RateLimitError"
    ).replace("except RateLimitError", "except APIError")
