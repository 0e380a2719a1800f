from llama_index.core.workflow import Event, StartEvent, StopEvent, Workflow, step


class Drafted(Event):
    text: str


class WriterFlow(Workflow):
    # entry: kind=graph title=workflow WriterFlow.draft
    @step
    async def draft(self, event: StartEvent) -> Drafted:
        return Drafted(text=self.polish(event.topic))

    # entry: kind=graph title=workflow WriterFlow.finish
    @step(num_workers=2)
    async def finish(self, event: Drafted) -> StopEvent:
        return StopEvent(result=event.text)

    def polish(self, text: str) -> str:
        return text


async def run(topic: str) -> str:
    return await WriterFlow(timeout=60).run(topic=topic)
