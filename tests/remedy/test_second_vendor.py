"""A second vendor behind a call: who may stand in, and how the call is led to both."""

from __future__ import annotations

import pytest

from auditor.settings import Settings
from auditor.settings.records import Policy
from tests.remedy.conftest import Mend, changed, reasons

PLAIN = """
import litellm

def main(text):
    return litellm.completion(
        model="gpt-4o-mini",
        messages=[text],  # as it came
    )

if __name__ == "__main__":
    main("x")
"""


def test_a_second_vendor_with_its_own_key_behind_a_call(mend_tree: Mend) -> None:
    env = "# who answers\nOPENAI_API_KEY=sk-secret\n# the rest\nDEBUG=1\n"
    mended = mend_tree({"app.py": PLAIN, ".env.example": env}, "anthropic")
    [patch] = mended.patches
    assert (patch.kind, patch.is_safe) == ("second-vendor", False)
    new = changed(mended)
    assert new[0] == "import os"
    assert new[1].startswith('fallbacks=[{"model": "anthropic/claude-')
    assert new[1].endswith('"api_key": os.environ.get("ANTHROPIC_API_KEY")}],')
    assert new[2:] == ["timeout=20,", "num_retries=1,"]
    assert mended.after[".env.example"] == env.replace(
        "sk-secret\n", "sk-secret\nANTHROPIC_API_KEY=\n"
    )


def test_nobody_is_asked_whom_nobody_named(mend_tree: Mend) -> None:
    assert reasons(mend_tree({"app.py": PLAIN})) == [
        "no second vendor is named: --to VENDOR, or vendors in the policy"
    ]
    approved = Settings(policy=Policy(vendors=("openai", "anthropic")))
    [patch] = mend_tree({"app.py": PLAIN}, settings=approved).patches
    assert patch.says == "ask Anthropic when OpenAI fails"


def test_a_vendor_that_the_policy_does_not_approve_is_refused_by_the_other_scan(
    mend_tree: Mend,
) -> None:
    approved = Settings(policy=Policy(vendors=("openai",)))
    [reason] = reasons(mend_tree({"app.py": PLAIN}, "anthropic", settings=approved))
    assert reason.startswith("it would bring unapproved-vendor: ")


def test_data_that_no_other_vendor_may_see_stay_where_they_are(mend_tree: Mend) -> None:
    settings = Settings(policy=Policy(forbid_failover=("python app.py",)))
    mended = mend_tree({"app.py": PLAIN}, "anthropic", settings=settings)
    assert mended.patches == ()


CLIENT = """
import openai

client = openai.OpenAI()

def first(text):
    return client.chat.completions.create(model="gpt-4o", messages=[text])

def second(text):
    return client.chat.completions.create(model="gpt-4o", messages=[text], {more})

def main():
    first("x")
    second("y")

if __name__ == "__main__":
    main()
"""


def test_calls_of_one_file_share_the_function_that_asks_both(mend_tree: Mend) -> None:
    mended = mend_tree({"app.py": CLIENT.format(more="temperature=0")}, "mistral")
    assert len(mended.patches) == 2
    after = mended.after["app.py"]
    assert after.count("def chat_or_mistral(client, **request):") == 1
    assert 'return chat_or_mistral(client, model="gpt-4o", messages=[text])' in after
    compile(after, "app.py", "exec")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("tools=[]", "another vendor takes tools in another form"),
        ("stream=bool(text)", "another vendor takes stream in another form"),
        (
            "**dict(rest())",
            "the call takes arguments from a list or mapping, which may be anything",
        ),
    ],
)
def test_a_call_that_no_other_vendor_understands_is_left_alone(
    mend_tree: Mend, more: str, reason: str
) -> None:
    mended = mend_tree({"app.py": CLIENT.format(more=more)}, "mistral")
    assert [patch.finding.line for patch in mended.patches] == [6]
    assert reasons(mended) == [reason]


def test_an_awaited_call_is_given_a_function_that_awaits(mend_tree: Mend) -> None:
    llm = CLIENT.replace("openai.OpenAI()", "openai.AsyncOpenAI()").format(more="temperature=0")
    llm = llm.replace("def ", "async def ").replace("return client", "return await client")
    llm = llm.replace("first(", "await first(").replace("def await ", "def ")
    after = mend_tree({"app.py": llm}, "mistral").after["app.py"]
    assert "async def chat_or_mistral(client, **request):" in after
    assert "return await chat_or_mistral(client, " in after
    assert "other = openai.AsyncOpenAI(" in after


def test_a_stream_that_does_not_begin_is_asked_of_another_vendor(mend_tree: Mend) -> None:
    code = """
        from openai import OpenAI

        client = OpenAI()

        def main(text):
            return client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)

        if __name__ == "__main__":
            main("x")
        """
    mended = mend_tree({"app.py": code}, "mistral", checks=("no-fallback",))
    [patch] = mended.patches
    assert "where a stream breaks off in the middle, nobody else is asked" in patch.notes
    assert changed(mended)[-1] == (
        'return stream_or_mistral(client, model="gpt-4o", messages=[text], stream=True)'
    )


def test_a_key_is_declared_where_other_vendors_keys_are(mend_tree: Mend) -> None:
    env = "GEMINI_API_KEY=your-key\nGROQ_API_KEY=your-key\nPORT=80"
    tree = {"app.py": PLAIN, ".env.example": env}
    mended = mend_tree(tree, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    assert mended.after[".env.example"] == env.replace("\nPORT", "\nANTHROPIC_API_KEY=\nPORT")
