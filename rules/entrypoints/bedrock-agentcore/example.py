from bedrock_agentcore import BedrockAgentCoreApp

app = BedrockAgentCoreApp()


# entry: kind=http title=invoke answer
@app.entrypoint
async def answer(payload):
    await remember(payload["prompt"])
    return {"text": think(payload["prompt"])}


# entry: kind=task title=task remember
@app.async_task
async def remember(text):
    think(text)


@app.ping
def ping():
    return "Healthy"


def think(text):
    return text
