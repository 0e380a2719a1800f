from openai_codex_sdk import Codex, ThreadOptions


async def fix(repository):
    codex = Codex()
    thread = codex.start_thread({"model": "gpt-5-codex", "working_directory": repository})
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-5-codex
    turn = await thread.run("Fix the failing test")
    print(turn.final_response)
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-5-codex
    await thread.run("Now the next one")


class Agent:
    def __init__(self):
        self.codex = Codex({"api_key": "key"})

    async def resume(self, thread_id, prompt):
        thread = self.codex.resume_thread(thread_id)
        # expect: kind=agent vendor=openai platform=openai-api
        streamed = await thread.run_streamed(prompt)
        async for event in streamed.events:
            yield event


async def review(prompt):
    options = ThreadOptions(model="gpt-5.1-codex", sandbox_mode="read-only")
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-5.1-codex
    await Codex().start_thread(options).run(prompt)


async def through_a_proxy(prompt):
    codex = Codex({"base_url": "https://gateway.example.com/v1"})
    # expect: kind=agent dynamic=true
    await codex.start_thread({"model": "gpt-5-codex"}).run(prompt)
