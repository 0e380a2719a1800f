import llm


@llm.hookimpl
def register_models(register):
    register(Echo("echo"))


class Echo(llm.KeyModel):
    can_stream = True

    def __init__(self, model_id: str) -> None:
        self.model_id = model_id

    # entry: kind=event title=model Echo
    def execute(self, prompt, stream, response, conversation, key=None):
        yield self.shout(prompt.prompt)

    def shout(self, text: str) -> str:
        return text.upper()


class Zero(llm.EmbeddingModel):
    # entry: kind=event title=embedding model Zero
    def embed_batch(self, items):
        return [[0.0] for _ in items]
