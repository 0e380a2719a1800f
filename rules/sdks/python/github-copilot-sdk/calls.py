from copilot import CopilotClient


def approve(request, invocation):
    return {"kind": "approved"}


async def ask(prompt):
    client = CopilotClient()
    await client.start()
    session = await client.create_session(model="claude-sonnet-4.5", on_permission_request=approve)
    # expect: kind=agent vendor=anthropic platform=github-copilot model=claude-sonnet-4.5
    await session.send_and_wait(prompt)
    # expect: kind=agent vendor=anthropic platform=github-copilot model=claude-sonnet-4.5
    await session.send("And now?")


class Assistant:
    def __init__(self, model="gpt-5"):
        self.client = CopilotClient()
        self.model = model

    async def ask(self, prompt):
        async with await self.client.create_session(model=self.model) as session:
            # expect: kind=agent vendor=openai platform=github-copilot model=gpt-5
            return await session.send_and_wait(prompt, timeout=30)


async def resume(client: CopilotClient, session_id):
    session = await client.resume_session(session_id, on_permission_request=approve)
    # expect: kind=agent platform=github-copilot
    await session.send_and_wait("Go on")


async def own_account(prompt):
    provider = {"type": "openai", "base_url": "https://api.openai.com/v1"}
    session = await CopilotClient().create_session(model="gpt-5", provider=provider)
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-5
    await session.send(prompt)
