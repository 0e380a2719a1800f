"""Values are followed through parameters, aliases and calls."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    GPT_OR_CLAUDE,
    AuditTree,
    anthropic,
    only,
    openai,
    targets,
    wrappers,
)


def test_a_parameter_counts_with_its_default_and_with_what_callers_pass(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(prompt, model="gpt-4o"):
                    return completion(model=model, messages=[prompt])


                if __name__ == "__main__":
                    ask("hello")
                    ask("hello", model="claude-sonnet-4-5")
            """
        }
    )
    assert targets(report) == {"app.py:5": GPT_OR_CLAUDE}


def test_a_default_that_every_caller_overrides_is_not_counted(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                DEFAULT = "gpt-4o"


                def ask(prompt, model=None):
                    return completion(model=model or DEFAULT, messages=[prompt])


                if __name__ == "__main__":
                    ask("hello", model="claude-sonnet-4-5")
            """
        }
    )
    assert targets(report) == {"app.py:7": anthropic("claude-sonnet-4-5")}


def test_a_missing_argument_falls_back_to_the_default_behind_or(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                DEFAULT = "claude-sonnet-4-5"


                def ask(prompt, model=None):
                    model = model or DEFAULT
                    return completion(model=model, messages=[prompt])


                if __name__ == "__main__":
                    ask("hello")
            """
        }
    )
    assert targets(report) == {"app.py:8": anthropic("claude-sonnet-4-5")}


def test_an_alias_of_a_library_s_function_is_that_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": """
                import litellm

                completion = litellm.completion
                embed = getattr(litellm, "embedding")
            """,
            "app.py": """
                from llm import completion, embed

                completion(model="claude-sonnet-4-5", messages=[])
                embed(model="text-embedding-3-small", input=["x"])
            """,
        }
    )
    assert targets(report) == {
        "app.py:3": anthropic("claude-sonnet-4-5"),
        "app.py:4": openai("text-embedding-3-small"),
    }


def test_a_partial_call_keeps_its_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from functools import partial

                import litellm

                ask = partial(litellm.completion, model="claude-sonnet-4-5", temperature=0)


                def answer(prompt):
                    return ask(messages=[prompt])
            """
        }
    )
    assert targets(report) == {"app.py:9": anthropic("claude-sonnet-4-5")}


@pytest.mark.parametrize(
    "built",
    [
        'options = {"model": "claude-sonnet-4-5", "messages": []}',
        'options = dict(model="claude-sonnet-4-5", messages=[])',
        'options = {"messages": []}; options["model"] = "claude-sonnet-4-5"',
        'options = {"messages": []}; options.update(model="claude-sonnet-4-5")',
        'options = {"messages": []}; options.update({"model": "claude-sonnet-4-5"})',
        'options = {"messages": []}; options.setdefault("model", "claude-sonnet-4-5")',
        'options = {"messages": []}; options |= {"model": "claude-sonnet-4-5"}',
        'options = {**DEFAULTS, "model": "claude-sonnet-4-5"}',
        'options = DEFAULTS | {"model": "claude-sonnet-4-5"}',
        'options = dict(DEFAULTS, model="claude-sonnet-4-5")',
        'options = DEFAULTS.copy(); options["model"] = "claude-sonnet-4-5"',
        'options = {k: v for k, v in [("model", "claude-sonnet-4-5"), ("messages", [])]}',
        'options = dict(zip(["model", "messages"], ["claude-sonnet-4-5", []]))',
    ],
)
def test_arguments_gathered_in_a_dictionary_reach_the_call(
    audit_tree: AuditTree, built: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                DEFAULTS = {{"model": "gpt-4o", "messages": []}}


                def ask():
                    {built}
                    return completion(**options)
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_arguments_passed_through_a_function_reach_the_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(*args, **options):
                    options.setdefault("temperature", 0)
                    return completion(*args, **options)


                if __name__ == "__main__":
                    ask("claude-sonnet-4-5", messages=[])
                    ask(model="gpt-4o", messages=[])
            """
        }
    )
    assert targets(report)["app.py:6"] == GPT_OR_CLAUDE


def test_a_value_handed_through_three_functions_is_decided_where_it_is_written(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def send(model, prompt):
                    return completion(model=model, messages=[prompt])


                def with_log(model, prompt):
                    print(model)
                    return send(model, prompt)


                def summarise(text):
                    return with_log("claude-sonnet-4-5", text)


                def label(text):
                    return with_log("gpt-4o", text)
            """
        }
    )
    assert targets(report) == {"app.py:5": GPT_OR_CLAUDE}
    assert wrappers(report) == {
        "app.py:14": anthropic("claude-sonnet-4-5"),
        "app.py:18": openai("gpt-4o"),
    }
