import claude_code_sdk
from claude_agent_sdk import ClaudeAgentOptions, ClaudeSDKClient, query


async def once(prompt):
    # expect: kind=agent vendor=anthropic platform=anthropic-api
    async for message in query(prompt=prompt):
        print(message)


async def with_options(prompt):
    options = ClaudeAgentOptions(model="claude-sonnet-4-5", max_turns=3)
    # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    return [message async for message in query(prompt=prompt, options=options)]


class Session:
    def __init__(self):
        self.options = ClaudeAgentOptions(allowed_tools=["Read"], model="claude-opus-4-1")

    async def run(self, prompt):
        async with ClaudeSDKClient(options=self.options) as client:
            # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-opus-4-1
            await client.query(prompt)
            async for message in client.receive_response():
                print(message)


async def on_bedrock(prompt):
    options = ClaudeAgentOptions(env={"CLAUDE_CODE_USE_BEDROCK": "1"})
    # expect: kind=agent vendor=anthropic platform=aws-bedrock
    async for message in query(prompt=prompt, options=options):
        print(message)


async def older_name(prompt):
    # expect: kind=agent vendor=anthropic platform=anthropic-api
    async for message in claude_code_sdk.query(prompt=prompt):
        print(message)
