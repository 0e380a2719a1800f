"""Values are followed into lists, tuples and tables, and out of them again."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    GPT_OR_CLAUDE,
    AuditTree,
    anthropic,
    only,
    openai,
    target,
    targets,
    workflows,
)


def test_a_tuple_is_taken_apart_in_order(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def choose():
                    return "anthropic", "claude-sonnet-4-5"


                vendor, model = choose()
                first, *rest = "claude-sonnet-4-5", "gpt-4o"
                (a, b), c = ("gpt-4o", "claude-sonnet-4-5"), 3
                completion(model=f"{vendor}/{model}", messages=[])
                completion(model=first, messages=[])
                completion(model=b, messages=[])
            """
        }
    )
    assert targets(report) == {
        f"app.py:{line}": anthropic("claude-sonnet-4-5") for line in (11, 12, 13)
    }


def test_the_rest_of_an_unpacked_list_is_kept(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                primary, *fallbacks = ["claude-sonnet-4-5", "gpt-4o"]

                for model in fallbacks:
                    completion(model=model, messages=[])
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_pairs_are_not_mixed_with_each_other(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                CHOICES = [("anthropic", "claude-sonnet-4-5"), ("openai", "gpt-4o")]

                for vendor, model in CHOICES:
                    completion(model=f"{vendor}/{model}", messages=[])
            """
        }
    )
    (call,) = report.calls
    assert target(call) == GPT_OR_CLAUDE


@pytest.mark.parametrize("written", ["sorted(MODELS)[0]", "list(reversed(MODELS))[0]"])
def test_a_list_put_in_another_order_is_not_read_in_the_old_one(
    audit_tree: AuditTree, written: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]
                completion(model={written}, messages=[])
            """
        }
    )
    assert "anthropic" in only(report).vendors


def test_ten_pairs_still_tell_their_vendors(audit_tree: AuditTree) -> None:
    pairs = "".join(f'    ("openai", "gpt-4o-{number}"),\n' for number in range(9))
    report = audit_tree(
        {
            "app.py": "from litellm import completion\n\n"
            f'CHOICES = [\n{pairs}    ("anthropic", "claude-sonnet-4-5"),\n]\n\n'
            "for vendor, model in CHOICES:\n"
            '    completion(model=f"{vendor}/{model}", messages=[])\n'
        }
    )
    assert only(report).vendors == ("anthropic", "openai")


def test_a_registry_made_by_a_comprehension_is_looked_up_by_key(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass

                from litellm import completion


                @dataclass(frozen=True)
                class Model:
                    name: str
                    vendor: str


                ALL = [Model("gpt-4o", "openai"), Model("claude-sonnet-4-5", "anthropic")]
                BY_NAME = {model.name: model for model in ALL}


                def ask(prompt):
                    model = BY_NAME["claude-sonnet-4-5"]
                    return completion(model=f"{model.vendor}/{model.name}", messages=[prompt])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_names_captured_by_a_pattern_are_parts_of_the_subject(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass

                from litellm import completion


                @dataclass
                class Job:
                    model: str


                def ask(job):
                    match job:
                        case Job(model=model):
                            return completion(model=model, messages=[])
                        case {"model": model}:
                            return completion(model=model, messages=[])
                        case [model, *_]:
                            return completion(model=model, messages=[])


                if __name__ == "__main__":
                    ask(Job("gpt-4o"))
                    ask({"model": "claude-sonnet-4-5"})
                    ask(["gpt-4o-mini", 3])
            """
        }
    )
    found = targets(report)
    assert "gpt-4o" in found["app.py:14"].models
    assert "claude-sonnet-4-5" in found["app.py:16"].models
    assert "gpt-4o-mini" in found["app.py:18"].models


def test_what_is_put_into_a_mapping_after_it_was_handed_on_is_run_too(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
            import flows
            import litellm

            def ask(text):
                return litellm.completion(model="gpt-4o", messages=[text])

            steps = {"name": "first"}
            flows.run(steps)
            steps["ask"] = ask
            flows.run(steps)
            """
        }
    )
    assert list(workflows(report)) == ["python app.py"]
