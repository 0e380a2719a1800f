"""lms.llm("qwen2.5-7b-instruct").respond("Hi") as words."""

import lmstudio as lms

model = lms.llm("qwen2.5-7b-instruct")
model.tokenize("how many?")
model.count_tokens("how many?")
model.get_context_length()
model.unload()
lms.list_loaded_models()
lms.configure_default_client("localhost:1234")


class Letter:
    def respond(self, text):
        return text

    def complete(self, text):
        return text


Letter().respond("Hi")
Letter().complete("Hi")
