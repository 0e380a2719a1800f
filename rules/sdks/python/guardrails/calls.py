import openai
from guardrails import AsyncGuard, Guard
from pydantic import BaseModel


class Pet(BaseModel):
    name: str


guard = Guard().use(str)
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-20241022
guard(model="anthropic/claude-3-5-sonnet-20241022", messages=[])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
Guard.for_pydantic(output_class=Pet)(model="gpt-4o", messages=[])

client = openai.OpenAI()
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
guard(client.chat.completions.create, model="gpt-4o-mini", messages=[])


async def ask():
    own = AsyncGuard()
    # expect: kind=chat vendor=meta platform=ollama
    return await own(model="ollama/llama3.1", messages=[])
