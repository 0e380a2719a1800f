from dbos import DBOS, Queue

queue = Queue("slow")


@DBOS.step(retries_allowed=True)
def summarize(text: str) -> str:
    return text[:10]


# entry: kind=graph title=workflow digest
@DBOS.workflow()
def digest(texts: list[str]) -> list[str]:
    return [summarize(text) for text in texts]


def submit(texts: list[str]) -> None:
    queue.enqueue(digest, texts)
    DBOS.start_workflow(digest, texts)
