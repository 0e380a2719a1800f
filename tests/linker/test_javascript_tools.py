"""Tools of agents in scripts run where they are handed to a model, not where they are made."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, kinds, workflows

_ROUTE = """
    import { streamText } from "ai";
    import { anthropic } from "@ai-sdk/anthropic";
    import { summarise } from "@/lib/tools";

    export async function POST(request: Request) {
      const { messages } = await request.json();
      const model = anthropic("claude-sonnet-4-5");
      return streamText({ model, messages, TOOLS }).toDataStreamResponse();
    }
"""
_AI = """
    import { generateText, tool } from "ai";
    import { openai } from "@ai-sdk/openai";

    export const summarise = tool({
      description: "Says what a text is about",
      execute: async ({ text }) => generateText({ model: openai("gpt-4o-mini"), prompt: text }),
    });
"""
_LANGCHAIN = """
    import { tool } from "@langchain/core/tools";
    import { ChatOpenAI } from "@langchain/openai";

    const model = new ChatOpenAI({ model: "gpt-4o-mini" });

    export const summarise = tool(async ({ text }) => model.invoke(text), { name: "summarise" });
"""


def _tree(tools: str, handed: str) -> dict[str, str]:
    return {
        "package.json": "{}",
        "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
        "lib/tools.ts": tools,
        "app/api/chat/route.ts": _ROUTE.replace("TOOLS", handed),
    }


@pytest.mark.parametrize(("tools", "line"), [(_AI, 6), (_LANGCHAIN, 6)])
def test_a_tool_belongs_to_the_route_that_hands_it_to_a_model(
    audit_tree: AuditTree, tools: str, line: int
) -> None:
    report = audit_tree(_tree(tools, "tools: { summarise }"))
    assert workflows(report) == {
        "POST /api/chat": ["app/api/chat/route.ts:8", f"lib/tools.ts:{line}"]
    }


@pytest.mark.parametrize("tools", [_AI, _LANGCHAIN])
def test_a_tool_that_nobody_is_given_makes_no_program_of_its_file(
    audit_tree: AuditTree, tools: str
) -> None:
    report = audit_tree(_tree(tools, "maxRetries: 2"))
    assert workflows(report)["POST /api/chat"] == ["app/api/chat/route.ts:8"]
    assert "main" not in kinds(report).values()


def test_an_agent_runs_the_tools_that_it_is_made_with(audit_tree: AuditTree) -> None:
    agent = """
        import { ToolLoopAgent } from "ai";
        import { anthropic } from "@ai-sdk/anthropic";
        import { summarise } from "./lib/tools";

        const agent = new ToolLoopAgent({
          model: anthropic("claude-sonnet-4-5"),
          tools: { summarise },
        });

        export const ask = (prompt: string) => agent.generate({ prompt });
    """
    report = audit_tree({"package.json": "{}", "lib/tools.ts": _AI, "agent.ts": agent})
    assert workflows(report) == {"ask": ["agent.ts:10", "lib/tools.ts:6"]}
