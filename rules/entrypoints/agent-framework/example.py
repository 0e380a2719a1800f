from agent_framework import Executor, WorkflowBuilder, WorkflowContext, executor, handler


class Writer(Executor):
    # entry: kind=graph title=executor Writer.write
    @handler
    async def write(self, topic: str, ctx: WorkflowContext[str]) -> None:
        await ctx.send_message(self.think(topic))

    def think(self, topic: str) -> str:
        return topic


# entry: kind=graph title=executor reverse
@executor(id="reverse")
async def reverse_text(text: str, ctx: WorkflowContext[str]) -> None:
    await ctx.yield_output(text[::-1])


workflow = WorkflowBuilder(start_executor=Writer(id="writer")).build()
