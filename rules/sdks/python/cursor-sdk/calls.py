from cursor_sdk import Agent, AsyncAgent, Client

agent = Agent.create(model="composer-2", local={"cwd": "."})
# expect: kind=agent platform=cursor-api model=composer-2
run = agent.send("Fix the failing test")
print(run.text())

# expect: kind=agent vendor=anthropic platform=cursor-api model=claude-sonnet-4.5
Agent.prompt("What does this do?", {"model": "claude-sonnet-4.5"})


class Reviewer:
    def __init__(self):
        self.client = Client.connect("http://localhost:9000", "token")

    def review(self, diff):
        agent = self.client.create_agent(model="gpt-5")
        # expect: kind=agent vendor=openai platform=cursor-api model=gpt-5
        return agent.send(diff).wait()


async def in_background(prompt):
    agent = await AsyncAgent.create(api_key="key", cloud={})
    # expect: kind=agent platform=cursor-api
    await agent.send(prompt)


def go_on(client: Client, agent_id):
    # expect: kind=agent platform=cursor-api
    return client.agents.resume(agent_id).send("Go on").text()
