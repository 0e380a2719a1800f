"""dashscope.Generation.call(model="qwen-max") as words."""

import dashscope

dashscope.Models.list()
dashscope.Files.upload("a.jsonl", purpose="fine_tune")
dashscope.FineTunes.call(model="qwen-turbo", training_file_ids=["f"])
dashscope.Tokenization.call(model="qwen-turbo", prompt="how many?")
dashscope.ImageSynthesis.fetch("task")
dashscope.get_tokenizer("qwen-turbo")


class Generation:
    """Of a family."""

    @staticmethod
    def call(model):
        return model


Generation.call("qwen-max")
