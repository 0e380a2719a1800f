"""Routes of a gateway's file get another vendor; what stands there stays as it is."""

from __future__ import annotations

from difflib import ndiff

from tests.remedy.conftest import Mend

PROXY = """\
# who answers
model_list:
- model_name: chat   # for people
  litellm_params:
    model: openai/gpt-4o
    api_key: os.environ/OPENAI_API_KEY

- model_name: tags
  litellm_params: {model: openai/gpt-4o-mini, api_key: os.environ/OPENAI_API_KEY}
"""


def added(before: str, after: str) -> list[str]:
    """New lines; the test fails if one has gone."""
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    assert not [line for line in lines if line.startswith("- ")]
    return [line[2:] for line in lines if line.startswith("+ ")]


def test_each_route_gets_a_second_one_and_the_routes_stand_in_for_each_other(
    mend_tree: Mend,
) -> None:
    env = "OPENAI_API_KEY=\n"
    mended = mend_tree({"config.yaml": PROXY, ".env.example": env}, "anthropic")
    assert [p.says for p in mended.patches] == [
        "send chat to Anthropic when it fails",
        "send tags to Anthropic when it fails",
    ]
    new = added(PROXY, mended.after["config.yaml"])
    assert new[0] == "- model_name: chat-or-anthropic"
    assert new[2].startswith("    model: anthropic/claude-")
    assert new[3] == "    api_key: os.environ/ANTHROPIC_API_KEY"
    assert new[4] == "- model_name: tags-or-anthropic"
    assert new[8:] == [
        "",
        "litellm_settings:",
        "  fallbacks:",
        '    - {"chat": ["chat-or-anthropic"]}',
        '    - {"chat-or-anthropic": ["chat"]}',
        '    - {"tags": ["tags-or-anthropic"]}',
        '    - {"tags-or-anthropic": ["tags"]}',
    ]
    assert mended.after[".env.example"] == env + "ANTHROPIC_API_KEY=\n"


def test_a_list_that_is_there_gets_the_entries(mend_tree: Mend) -> None:
    text = PROXY + 'litellm_settings:\n  fallbacks:\n  - {"x": ["y"]} # old\n  num_retries: 2\n'
    after = mend_tree({"config.yaml": text}, "anthropic").after["config.yaml"]
    new = added(text, after)
    assert new[-1] == '  - {"tags-or-anthropic": ["tags"]}'
    assert after.endswith("  num_retries: 2\n")


def test_a_list_on_one_line_is_left_alone(mend_tree: Mend) -> None:
    text = PROXY + "litellm_settings:\n  fallbacks: []\n"
    mended = mend_tree({"config.yaml": text}, "anthropic")
    assert {one.reason for one in mended.refusals} == {"fallbacks is not written line by line"}
