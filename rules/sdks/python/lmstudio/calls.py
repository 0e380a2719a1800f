import lmstudio as lms

model = lms.llm("qwen2.5-7b-instruct")
# expect: kind=chat vendor=alibaba platform=lmstudio model=qwen2.5-7b-instruct
model.respond("Hi")

# expect: kind=agent vendor=alibaba platform=lmstudio model=qwen2.5-7b-instruct
model.act("What is 2 + 2?", [max])

# expect: kind=embedding platform=lmstudio
lms.embedding_model("nomic-embed-text-v1.5").embed("x")


class Local:
    def __init__(self, host="localhost:1234"):
        self.client = lms.Client(host)

    def complete(self, prompt):
        model = self.client.llm.model("llama-3.2-1b-instruct")
        # expect: kind=completion vendor=meta platform=lmstudio model=llama-3.2-1b-instruct
        for part in model.complete_stream(prompt):
            yield part


async def ask(prompt):
    async with lms.AsyncClient() as client:
        model = await client.llm.model("gemma-3-4b-it")
        # expect: kind=chat vendor=google platform=lmstudio model=gemma-3-4b-it
        return await model.respond(prompt)
