from metaflow import FlowSpec, Parameter, retry, step


class DigestFlow(FlowSpec):
    day = Parameter("day", default="today")

    # entry: kind=graph title=flow DigestFlow.start
    @step
    def start(self):
        self.texts = ["a", "b"]
        self.next(self.summarize, foreach="texts")

    # entry: kind=graph title=flow DigestFlow.summarize
    @retry(times=2)
    @step
    def summarize(self):
        self.summary = self.shorten(self.input)
        self.next(self.end)

    # entry: kind=graph title=flow DigestFlow.end
    @step
    def end(self):
        pass

    def shorten(self, text):
        return text[:10]
