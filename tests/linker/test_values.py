"""A model's name, or a URL, is worked out however the code spells it."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, anthropic, only, openai, reasons, targets


def test_a_constant_of_another_module_names_the_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "config.py": 'WRITER_MODEL = "gpt-4o"',
            "app.py": """
                import config
                from config import WRITER_MODEL
                from openai import OpenAI

                client = OpenAI()
                client.responses.create(model=WRITER_MODEL, input="one")
                client.responses.create(model=config.WRITER_MODEL, input="two")
            """,
        }
    )
    assert targets(report) == {"app.py:6": openai("gpt-4o"), "app.py:7": openai("gpt-4o")}


def test_the_line_of_the_constant_is_given_as_evidence(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "config.py": """
                # which model writes
                WRITER_MODEL = "claude-sonnet-4-5"
            """,
            "app.py": """
                import litellm
                from config import WRITER_MODEL

                litellm.completion(model=WRITER_MODEL, messages=[])
            """,
        }
    )
    (call,) = report.calls
    assert ("config.py", 2) in {(line.path, line.line) for line in call.evidence}


@pytest.mark.parametrize(
    "written",
    [
        'f"claude-{TIER}-4-5"',
        '"claude-%s-4-5" % TIER',
        '"claude-%s-%d-5" % (TIER, 4)',
        '"claude-%(tier)s-4-5" % {"tier": TIER}',
        '"claude-{}-4-5".format(TIER)',
        '"claude-{tier}-{number}-5".format(tier=TIER, number=4)',
        '"claude-{0}-4-5".format(TIER)',
        '"claude-" + TIER + "-4-5"',
        '"-".join(["claude", TIER, "4-5"])',
        '("claude-" "{}-4-5").format(TIER)',
        'f"anthropic/claude-{TIER}-4-5".removeprefix("anthropic/")',
        '"anthropic/claude-sonnet-4-5".split("/")[1]',
        '"CLAUDE-SONNET-4-5".lower()',
        'str("claude-sonnet-4-5")',
        '"claude-TIER-4-5".replace("TIER", TIER)',
    ],
)
def test_text_put_together_from_parts_is_one_name(audit_tree: AuditTree, written: str) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                TIER = "sonnet"
                completion(model={written}, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_prefix_in_front_of_an_unknown_rest_still_tells_the_vendor(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(size: str):
                    return completion(model=f"anthropic/claude-{size}", messages=[])
            """
        }
    )
    assert only(report) == anthropic(dynamic=True)


def test_a_walrus_binds_its_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"smart": "claude-sonnet-4-5"}


                def ask(prompt):
                    if model := MODELS.get("smart"):
                        return completion(model=model, messages=[prompt])
                    return None
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_model_read_from_a_file_is_open_and_says_so(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import yaml
                from litellm import completion

                config = yaml.safe_load(open("config.yaml"))
                completion(model=config["llm"]["model"], messages=[])
            """
        }
    )
    assert only(report) == Target((), (), (), True)
    assert reasons(report) == ["the model is not known"]


def test_a_model_set_by_another_function_through_a_global_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                model = None


                def configure():
                    global model
                    model = "claude-sonnet-4-5"


                def ask(prompt):
                    return completion(model=model, messages=[prompt])


                if __name__ == "__main__":
                    configure()
                    ask("hello")
            """
        }
    )
    assert only(report).models == ("claude-sonnet-4-5",)
