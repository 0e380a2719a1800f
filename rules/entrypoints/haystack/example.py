from hayhooks import BasePipelineWrapper
from haystack import Pipeline, component


@component
class Shortener:
    # entry: kind=graph title=component Shortener
    @component.output_types(text=str)
    def run(self, text: str):
        return {"text": self.cut(text)}

    def cut(self, text: str) -> str:
        return text[:10]


class PipelineWrapper(BasePipelineWrapper):
    def setup(self) -> None:
        self.pipeline = Pipeline()

    # entry: kind=http title=PipelineWrapper.run_api
    def run_api(self, question: str) -> dict:
        return self.pipeline.run({"question": question})
