from google.adk.agents import BaseAgent, LlmAgent

writer = LlmAgent(name="writer", model="some-model")


class Editor(BaseAgent):
    # entry: kind=graph title=agent Editor
    async def _run_async_impl(self, ctx):
        async for event in writer.run_async(ctx):
            yield self.polish(event)

    def polish(self, event):
        return event


def write(topic: str) -> str:
    return topic
