import bentoml


@bentoml.service(resources={"cpu": "2"})
class Summarizer:
    def __init__(self) -> None:
        self.size = 100

    # entry: kind=http title=Summarizer.summarize
    @bentoml.api(batchable=True)
    def summarize(self, texts: list[str]) -> list[str]:
        return [self.shorten(text) for text in texts]

    # entry: kind=task title=Summarizer.index
    @bentoml.task
    def index(self, text: str) -> None:
        self.shorten(text)

    def shorten(self, text: str) -> str:
        return text[: self.size]
