"""Behind an address the prefix of a model's name is a protocol, not the place that answers."""

from __future__ import annotations

import pytest

from tests.linker.conftest import audit_tree
from tests.linker.reading import AuditTree

__all__ = ["audit_tree"]


@pytest.mark.parametrize(
    ("model", "address", "platforms"),
    [
        ("openai/gpt-4o", "https://openrouter.ai/api/v1", ("openai-api",)),
        ("openai/anthropic/claude-3.5-sonnet", "https://openrouter.ai/api/v1", ()),
        ("openai/glm-5", "https://opencode.ai/zen/go/v1", ()),
        ("openai/gpt-4o", "os.environ/LLM_URL", ("openai-api",)),
        ("openai/@cf/qwen/qwen3-embedding-0.6b", "os.environ/LLM_URL", ()),
        ("openai/gpt-4o", "https://llm.acme.example/v1", ()),
    ],
)
def test_a_maker_of_other_models_is_not_where_they_run(
    audit_tree: AuditTree, model: str, address: str, platforms: tuple[str, ...]
) -> None:
    config = f"""
        model_list:
          - model_name: main
            litellm_params: {{model: "{model}", api_base: "{address}"}}
    """
    [call] = audit_tree({"litellm_config.yaml": config}).calls
    assert call.platforms == platforms
