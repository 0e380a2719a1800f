"""together.Complete.create("x") stands here as words."""

import together
from together import Together

client = Together()
client.models.list()
client.files.upload(file="a.jsonl")
client.fine_tuning.create(training_file="f", model="meta-llama/Meta-Llama-3-8B")
client.batches.list_batches()
client.code_interpreter.run(code="print(1)", language="python")
together.Models.list()
together.Files.list()


class Puzzle:
    def create(self, model):
        return model


class Pieces:
    def __init__(self):
        self.completions = Puzzle()
        self.images = Puzzle()


pieces = Pieces()
pieces.completions.create(model="a toy")
pieces.images.create(model="a toy")
