"""What a round of a loop tries, changes and leaves to the next one is followed."""

from __future__ import annotations

import pytest

from tests.linker.reading import GPT_OR_CLAUDE, AuditTree, only, openai, target


def test_entries_of_a_registry_are_followed_in_a_loop(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"anthropic": "claude-sonnet-4-5", "openai": "gpt-4o"}

                for vendor, model in MODELS.items():
                    completion(model=f"{vendor}/{model}", messages=[])
            """
        }
    )
    (call,) = report.calls
    assert target(call) == GPT_OR_CLAUDE


def switching(loop: str) -> str:
    """A function that asks another vendor in the round after one that failed."""
    return f"""
    from litellm import completion


    def ask(prompt, attempts):
        model = "gpt-4o"
        {loop}
            try:
                return completion(model=model, messages=[prompt])
            except Exception:
                model = "claude-sonnet-4-5"
"""


@pytest.mark.parametrize(
    "loop",
    [
        "while True:",
        "for attempt in range(3):",
        "for attempt in attempts:",
    ],
)
def test_a_model_changed_at_the_end_of_a_round_is_asked_in_the_next(
    audit_tree: AuditTree, loop: str
) -> None:
    report = audit_tree({"app.py": switching(loop)})
    assert only(report) == GPT_OR_CLAUDE


def test_a_counter_walks_through_all_models(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]


                def ask(prompt):
                    number = 0
                    while number < len(MODELS):
                        try:
                            return completion(model=MODELS[number], messages=[prompt])
                        except Exception:
                            number += 1
                    return None
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


@pytest.mark.parametrize(
    ("loop", "lost"),
    [
        ("while True:", "survives"),
        ("for attempt in range(3):", "survives"),
        ("for attempt in attempts:", "unknown"),
        ("while attempts.left():", "unknown"),
    ],
)
def test_the_next_round_stands_in_only_where_it_is_sure_to_come(
    audit_tree: AuditTree, loop: str, lost: str
) -> None:
    report = audit_tree({"app.py": switching(loop) + "        raise RuntimeError\n"})
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == lost


@pytest.mark.parametrize(
    "loop",
    [
        "for turn in range(len(MODELS)):",
        "for turn in range(2):",
        "for turn, _ in enumerate(MODELS):",
    ],
)
def test_a_position_that_walks_through_all_models_tries_them_in_turn(
    audit_tree: AuditTree, loop: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]


                def ask(prompt):
                    {loop}
                        try:
                            return completion(model=MODELS[turn], messages=[prompt])
                        except Exception:
                            continue
                    raise RuntimeError
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == "survives"


def test_what_an_earlier_round_switched_on_is_seen(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(prompts):
                    ready = False
                    for prompt in prompts:
                        if ready:
                            completion(model="gpt-4o", messages=[prompt])
                        ready = True
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_equal_numbers_of_two_types_are_told_apart(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                PAUSE = 3.0


                def ask(prompt):
                    model = "gpt-4o"
                    for attempt in range(3):
                        try:
                            return completion(model=model, messages=[prompt])
                        except Exception:
                            model = "claude-sonnet-4-5"
                    raise RuntimeError
            """
        }
    )
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == "survives"


TWO = """
from anthropic import Anthropic
from openai import OpenAI


def gpt(text):
    return OpenAI().responses.create(model="gpt-4o", input=text)


def claude(text):
    return Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


ASKED = [gpt, claude]
served = 0


def run(text):
    global served
    start = served % len(ASKED)
    served += 1
    for turn in range(len(ASKED)):
        {line}
        try:
            return ask(text)
        except Exception as error:
            last = error
    raise last
"""


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("ask = ASKED[(start + turn) % len(ASKED)]", "cross-vendor"),
        ("ask = ASKED[(turn + start) % len(ASKED)]", "cross-vendor"),
        # The same one may come up again.
        ("ask = ASKED[start % len(ASKED)]", "unknown"),
        ("ask = ASKED[(start + served) % len(ASKED)]", "unknown"),
        ("ask = ASKED[0]", "none"),
    ],
)
def test_a_list_gone_round_from_anywhere_is_gone_through(
    audit_tree: AuditTree, line: str, verdict: str
) -> None:
    report = audit_tree({"run.py": TWO.format(line=line)})
    assert {c.verdict for c in report.calls if c.vendors == ("openai",) and c.via != "wrapper"} == {
        verdict
    }


def test_a_list_gone_round_in_javascript(audit_tree: AuditTree) -> None:
    code = """
        import OpenAI from "openai";
        import Anthropic from "@anthropic-ai/sdk";
        const gpt = (input) => new OpenAI().responses.create({ model: "gpt-4o", input });
        const other = { model: "claude-sonnet-4-0", max_tokens: 1, messages: [] };
        const claude = async (input) => await new Anthropic().messages.create(other);
        const asked = [gpt, claude];
        let served = 0;
        export async function run(x) {
          const start = served++;
          for (let i = 0; i < asked.length; i++) {
            const ask = asked[(start + i) % asked.length];
            try { return await ask(x); } catch (e) { continue; }
          }
          throw new Error("none");
        }
    """
    report = audit_tree({"a.mjs": code})
    assert {c.verdict for c in report.calls if c.vendors == ("openai",)} == {"cross-vendor"}


def test_the_first_key_that_is_set_decides_in_a_loop_as_well(audit_tree: AuditTree) -> None:
    code = """
        import os

        from anthropic import Anthropic
        from openai import OpenAI

        NAMES = ("OPENAI_API_KEY", "OPENAI_KEY")


        def key():
            for name in NAMES:
                value = os.getenv(name, "").strip()
                if value:
                    return value
            return ""


        def run(text):
            if key():
                return OpenAI(api_key=key()).responses.create(model="gpt-4o", input=text)
            other = Anthropic().messages
            return other.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
    """
    (flow,) = audit_tree({"run.py": code}).workflows
    assert (flow.on_loss["openai"], flow.on_loss["anthropic"]) == ("stops", "survives")
