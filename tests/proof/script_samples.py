"""Products of one script, each with something that a patch mends."""

from __future__ import annotations

from typing import NamedTuple

#: A fallback that somebody wrote; what its handler takes is left open.
BY_HAND = """
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";

const gpt = new OpenAI();
const claude = new Anthropic();

export async function main(text: string) {
  const messages = [{ role: "user" as const, content: text }];
  try {
    const reply = await gpt.chat.completions.create({ model: "gpt-4o", messages });
    return reply.choices[0].message.content;
  } catch (error) {
    GUARD
    const reply = await claude.messages.create({
      model: "claude-opus-4-8",
      max_tokens: 9,
      messages,
    });
    return reply.content[0].type === "text" ? reply.content[0].text : "";
  }
}
"""


class Sample(NamedTuple):
    """A product of one file that asks ``first``, and who shall stand in.

    ``but`` are the failures that its own handler is not meant for.
    """

    check: str
    first: str
    second: str
    name: str
    code: str
    but: tuple[str, ...] = ()


SAMPLES = {
    "wider-handler": Sample(
        "narrow-fallback", "openai", "anthropic", "app.ts",
        BY_HAND.replace("GUARD", "if (!(error instanceof OpenAI.RateLimitError)) throw error;"),
        but=("cut",),  # the library throws what is no error of its own
    ),
    "wider-handler-or": Sample(
        "narrow-fallback", "openai", "anthropic", "app.ts",
        BY_HAND.replace("import OpenAI", "import OpenAI, { InternalServerError, RateLimitError }")
        .replace(
            "    GUARD\n",
            "    if (error instanceof RateLimitError || error instanceof InternalServerError) {\n",
        ).replace('.text : "";\n  }', '.text : "";\n    }\n    throw error;\n  }'),
        but=("cut",),
    ),
    "wider-condition": Sample(
        "narrow-fallback", "openai", "anthropic", "app.ts",
        BY_HAND.replace("catch (error)", "catch (error: any)")
        .replace("GUARD", "if (error.status !== 429) throw error;"),
    ),
    "timeout": Sample(
        "slow-failover", "openai", "anthropic", "app.ts", BY_HAND.replace("    GUARD\n", ""),
    ),
    "own-model": Sample(
        "wrong-model-fallback", "openai", "anthropic", "app.ts",
        BY_HAND.replace("    GUARD\n", "").replace("claude-opus-4-8", "gpt-4o"),
    ),
    "let-through": Sample(
        "unreachable-fallback", "openai", "anthropic", "app.ts",
        """
        import Anthropic from "@anthropic-ai/sdk";
        import OpenAI from "openai";

        const gpt = new OpenAI();

        async function soft(text: string) {
          try {
            const messages = [{ role: "user" as const, content: text }];
            const reply = await gpt.chat.completions.create({ model: "gpt-4o", messages });
            return reply.choices[0].message.content;
          } catch {
            return "";
          }
        }

        export async function main(text: string) {
          try {
            return await soft(text);
          } catch (error) {
            const reply = await new Anthropic().messages.create({
              model: "claude-opus-4-8",
              max_tokens: 9,
              messages: [{ role: "user", content: text }],
            });
            return reply.content[0].type === "text" ? reply.content[0].text : "";
          }
        }
        """,
    ),
    "openai-by-anthropic": Sample(
        "no-fallback", "openai", "anthropic", "app.ts",
        """
        import OpenAI from "openai";

        const client = new OpenAI();

        export async function main(text: string) {
          const reply = await client.chat.completions.create({
            model: "gpt-4o",
            messages: [{ role: "user", content: text }],
          });
          return reply.choices[0].message.content;
        }
        """,
    ),
    "openai-by-mistral-required": Sample(
        "no-fallback", "openai", "mistral", "app.cjs",
        """
        const { OpenAI } = require('openai')

        class Desk {
            constructor() {
                this.client = new OpenAI()
            }

            ask(text) {
                const messages = [{ role: 'user', content: text }]
                return this.client.chat.completions.create({ model: 'gpt-4o-mini', messages })
            }
        }

        module.exports.main = async function main(text) {
            return (await new Desk().ask(text)).choices[0].message.content
        }
        """,
    ),
    "openai-by-google": Sample(
        "no-fallback", "openai", "google", "app.mjs",
        """
        import { OpenAI } from 'openai';

        export const main = (text) =>
          new OpenAI().chat.completions
            .create({ model: 'gpt-4o', messages: [{ role: 'user', content: text }] })
            .then((reply) => reply.choices[0].message.content);
        """,
    ),
    "openai-stream-by-mistral": Sample(
        "no-fallback", "openai", "mistral", "app.ts",
        """
        import OpenAI from "openai";

        const client = new OpenAI();

        export async function main(text: string) {
          const parts = await client.chat.completions.create({
            model: "gpt-4o",
            stream: true,
            messages: [{ role: "user", content: text }],
          });
          let said = "";
          for await (const part of parts) said += part.choices[0].delta.content ?? "";
          return said;
        }
        """,
        but=("cut",),  # nobody else is asked once a stream has begun
    ),
    "anthropic-by-openai": Sample(
        "no-fallback", "anthropic", "openai", "app.ts",
        """
        import Anthropic from "@anthropic-ai/sdk";

        const client = new Anthropic();

        export async function main(text: string) {
          const reply = await client.messages.create({
            model: "claude-opus-4-8",
            max_tokens: 500,
            system: "Be brief.",
            messages: [{ role: "user", content: [{ type: "text", text }] }],
          });
          if (reply.stop_reason !== "end_turn" || reply.usage.output_tokens !== 1) return "";
          return reply.content[0].type === "text" ? reply.content[0].text : "";
        }
        """,
    ),
    "anthropic-by-mistral-required": Sample(
        "no-fallback", "anthropic", "mistral", "app.cjs",
        """
        const Anthropic = require("@anthropic-ai/sdk");

        exports.main = async (text) => {
          const reply = await new Anthropic().messages.create({
            model: "claude-opus-4-8", max_tokens: 500, messages: [{ role: "user", content: text }],
          });
          return reply.content[0].text;
        };
        """,
    ),
    "ai-sdk-text": Sample(
        "no-fallback", "openai", "anthropic", "app.ts",
        """
        import { openai } from "@ai-sdk/openai";
        import { generateText } from "ai";

        export async function main(prompt: string) {
          const { text } = await generateText({
            model: openai("gpt-4o"),
            prompt,
          });
          return text;
        }
        """,
    ),
    "ai-sdk-tools": Sample(
        "no-fallback", "anthropic", "mistral", "app.ts",
        """
        import { anthropic } from '@ai-sdk/anthropic'
        import { generateText, tool } from 'ai'
        import { z } from 'zod'

        const weather = tool({
          description: 'the weather',
          inputSchema: z.object({ town: z.string() }),
          execute: async ({ town }) => `sun in ${town}`,
        })

        export async function main(prompt: string) {
          const model = anthropic('claude-opus-4-8')
          return (await generateText({ model, prompt, tools: { weather } })).text
        }
        """,
    ),
    "langchain-openai": Sample(
        "no-fallback", "openai", "anthropic", "app.ts",
        """
        import { ChatPromptTemplate } from "@langchain/core/prompts";
        import { ChatOpenAI } from "@langchain/openai";

        const llm = new ChatOpenAI({ model: "gpt-4o", temperature: 0 });

        export async function main(text: string) {
          const chain = ChatPromptTemplate.fromTemplate("{q}").pipe(llm);
          return (await chain.invoke({ q: text })).content;
        }
        """,
    ),
    "openai-with-tools": Sample(
        "no-fallback", "openai", "anthropic", "app.ts",
        """
        import OpenAI from "openai";

        const client = new OpenAI();
        const tools = [
          { type: "function" as const, function: { name: "now", parameters: { type: "object" } } },
        ];

        export async function main(text: string) {
          const reply = await client.chat.completions.create({
            model: "gpt-4o",
            messages: [{ role: "user", content: text }],
            tools,
            tool_choice: "auto",
          });
          return reply.choices[0].message.content;
        }
        """,
    ),
    "responses": Sample(
        "no-fallback", "openai", "anthropic", "app.ts",
        """
        import OpenAI from "openai";

        const client = new OpenAI();

        export async function main(text: string): Promise<string> {
          const reply = await client.responses.create({
            model: "gpt-4o",
            instructions: "Be brief.",
            input: [{ role: "user", content: text }],
            max_output_tokens: 90,
          });
          return reply.output_text;
        }
        """,
    ),
    "fetch": Sample(
        "no-fallback", "openai", "anthropic", "app.ts",
        """
        export async function main(text: string): Promise<string> {
          const response = await fetch("https://api.openai.com/v1/chat/completions", {
            method: "POST",
            headers: {
              "Content-Type": "application/json",
              Authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
            },
            body: JSON.stringify({
              model: "gpt-4o",
              messages: [{ role: "user", content: text }],
            }),
          });
          if (!response.ok) throw new Error(`status ${response.status}`);
          const data = await response.json();
          return data.choices[0].message.content;
        }
        """,
    ),
    "fetch-in-javascript": Sample(
        "no-fallback", "mistral", "openai", "app.js",
        """
        'use strict'

        const url = 'https://api.mistral.ai/v1/chat/completions'

        export async function main(text) {
          const payload = {
            model: 'mistral-large-latest',
            messages: [{ role: 'user', content: text }]
          }
          const response = await fetch(url, {
            method: 'POST',
            headers: { Authorization: `Bearer ${process.env.MISTRAL_API_KEY}` },
            body: JSON.stringify(payload)
          })
          if (!response.ok) throw new Error('failed')
          return (await response.json()).choices[0].message.content
        }
        """,
    ),
    "langchain-anthropic": Sample(
        "no-fallback", "anthropic", "openai", "app.ts",
        """
        import { ChatAnthropic } from "@langchain/anthropic";

        export async function main(text: string) {
          const llm = new ChatAnthropic({
            model: "claude-opus-4-8",
            maxTokens: 90,
          });
          return (await llm.invoke(text)).content;
        }
        """,
    ),
}  # fmt: skip
