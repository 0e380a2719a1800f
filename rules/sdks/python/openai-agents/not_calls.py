"""Runner.run(agent, "hi") asks a model, this sentence does not."""

import asyncio

from agents import Agent, GuardrailFunctionOutput, SQLiteSession, input_guardrail, trace
from agents.extensions.visualization import draw_graph

from tasks import Runner

agent = Agent(name="Helper", instructions="Help.", model="gpt-4o")
draw_graph(agent)
session = SQLiteSession("conversation")


@input_guardrail
async def polite(context, agent, text):
    return GuardrailFunctionOutput(output_info=None, tripwire_triggered=False)


async def main():
    with trace("workflow"):
        await session.get_items()
    # a runner of one's own
    Runner().run(agent, "hi")


asyncio.run(main())
