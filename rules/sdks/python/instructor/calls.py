import anthropic
import instructor
import litellm
from openai import AsyncOpenAI, OpenAI
from pydantic import BaseModel


class User(BaseModel):
    name: str


client = instructor.from_openai(OpenAI())
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
user = client.chat.completions.create(model="gpt-4o-mini", response_model=User, messages=[])
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
client.chat.completions.create_with_completion(model="gpt-4o", response_model=User, messages=[])
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
for part in client.create_partial(model="gpt-4o", response_model=User, messages=[]):
    print(part)

claude = instructor.from_anthropic(anthropic.Anthropic())
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
claude.messages.create(model="claude-3-haiku-20240307", response_model=User, messages=[])

patched = instructor.patch(OpenAI())
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4
patched.chat.completions.create(model="gpt-4", response_model=User, messages=[])

elsewhere = OpenAI(base_url="https://api.together.xyz/v1", api_key="key")
together = instructor.from_openai(elsewhere, mode=instructor.Mode.JSON)
# expect: kind=chat vendor=meta platform=together
together.create(model="meta-llama/Llama-3-70b-chat-hf", response_model=User, messages=[])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
instructor.from_provider("openai/gpt-4.1").create(response_model=User, messages=[])
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
instructor.from_provider("google/gemini-2.0-flash").create(response_model=User, messages=[])

lite = instructor.from_litellm(litellm.completion)
# expect: kind=chat vendor=anthropic platform=anthropic-api
lite.chat.completions.create(model="claude-3-opus-20240229", response_model=User, messages=[])


class Extractor:
    def __init__(self, model="gpt-4o-mini"):
        self.client = instructor.from_openai(AsyncOpenAI())
        self.model = model

    async def extract(self, text):
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        return await self.client.chat.completions.create(
            model=self.model,
            response_model=User,
            messages=[{"role": "user", "content": text}],
        )
