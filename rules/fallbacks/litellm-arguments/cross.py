import os

import litellm
from litellm import acompletion, completion

# expect: verdict=cross-vendor
completion(model="gpt-4o", messages=[], fallbacks=["anthropic/claude-sonnet-4-5"])

# the first fallback shares the vendor, the second does not
# expect: verdict=cross-vendor
litellm.completion(
    model="gpt-4o",
    messages=[],
    fallbacks=["gpt-4o-mini", "gemini/gemini-2.5-pro"],
)


async def keyed(text):
    # a mapping has a key of its own
    # expect: verdict=cross-vendor
    return await acompletion(
        model="gpt-4o",
        messages=[text],
        api_key=os.environ["OPENAI_API_KEY"],
        fallbacks=[
            {"model": "anthropic/claude-sonnet-4-5", "api_key": os.environ["ANTHROPIC_API_KEY"]}
        ],
    )


async def at_an_address_of_its_own(text):
    # expect: verdict=cross-vendor
    return await acompletion(
        model="openai/gpt-4o",
        messages=[text],
        api_base=os.environ["CHAT_URL"],
        fallbacks=[
            {"model": "anthropic/claude-sonnet-4-5", "api_base": "https://api.anthropic.com"}
        ],
    )
