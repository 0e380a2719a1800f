"""A script that asks one vendor and has another at hand, and the verdict on what it does so."""

from __future__ import annotations

from tests.linker.reading import AuditTree

HEAD = """
import OpenAI from "openai";
import Anthropic from "@anthropic-ai/sdk";
const gpt = (input) => new OpenAI().responses.create({ model: "gpt-4o", input });
const other = { model: "claude-sonnet-4-0", max_tokens: 1, messages: [] };
const claude = async (input) => await new Anthropic().messages.create(other);
"""


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"a.mjs": f"{HEAD}\n{body}\n"})
    (call,) = [call for call in report.calls if call.line == 3]
    return call.verdict
