from datetime import timedelta

from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.worker import Worker


# entry: kind=task title=activity summarize
@activity.defn
async def summarize(text: str) -> str:
    return shorten(text)


# entry: kind=task title=activity send-mail
@activity.defn(name="send-mail")
def send(text: str) -> None:
    print(text)


@workflow.defn
class DigestWorkflow:
    def __init__(self) -> None:
        self.extra: list[str] = []

    # entry: kind=graph title=workflow DigestWorkflow
    @workflow.run
    async def run(self, text: str) -> str:
        return await workflow.execute_activity(
            summarize, self.join(text), start_to_close_timeout=timedelta(minutes=1)
        )

    # entry: kind=event title=workflow DigestWorkflow.add
    @workflow.signal
    def add(self, text: str) -> None:
        self.extra.append(text)

    def join(self, text: str) -> str:
        return " ".join([text, *self.extra])


def shorten(text: str) -> str:
    return text[:10]


async def work() -> None:
    client = await Client.connect("localhost:7233")
    worker = Worker(
        client, task_queue="digest", workflows=[DigestWorkflow], activities=[summarize, send]
    )
    await worker.run()
