# One gateway stands before all of them: no verdict better than `gateway-spof` is right.
import os

from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1", api_key=os.environ["OPENROUTER_API_KEY"])

# expect: verdict=gateway-spof survives=openai,anthropic,google stops=gateway:openrouter
client.chat.completions.create(
    model="openai/gpt-4o",
    messages=[],
    extra_body={"models": ["anthropic/claude-sonnet-4.5", "google/gemini-2.5-pro"]},
)

# hosts of one model
# expect: verdict=gateway-spof stops=openai,gateway:openrouter
client.chat.completions.create(
    model="openai/gpt-4o",
    messages=[],
    extra_body={"provider": {"order": ["azure", "openai"], "allow_fallbacks": True}},
)

# the vendor's own platform does not know the field
direct = OpenAI()
# expect: verdict=none stops=openai,platform:openai-api
direct.chat.completions.create(
    model="gpt-4o", messages=[], extra_body={"models": ["anthropic/claude-sonnet-4.5"]}
)
