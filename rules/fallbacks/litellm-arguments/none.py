import os

from litellm import completion, embedding


def answer(text, key, fallbacks=None):
    # the fallback is sent the key of the first
    # expect: verdict=none
    completion(
        model="gpt-4o", messages=[text], api_key=key, fallbacks=["anthropic/claude-sonnet-4-5"]
    )
    # and here its address too
    # expect: verdict=none
    completion(
        model="gpt-4o",
        messages=[text],
        api_key=os.environ["OPENAI_API_KEY"],
        api_base="https://api.openai.com/v1",
        fallbacks=["anthropic/claude-sonnet-4-5"],
    )
    # whatever that address is
    # expect: verdict=none
    completion(
        model="openai/gpt-4o",
        messages=[text],
        api_base=os.environ["CHAT_URL"],
        fallbacks=["anthropic/claude-sonnet-4-5"],
    )
    # expect: verdict=none
    completion(model="gpt-4o", messages=[text], num_retries=3)
    # expect: verdict=none
    completion(model="gpt-4o", messages=[text], fallbacks=[])
    # whatever the caller passes, as shipped it is nothing
    # expect: verdict=none
    completion(model="gpt-4o", messages=[text], fallbacks=fallbacks)
    # only for prompts that are too long
    # expect: verdict=none
    completion(
        model="gpt-4o",
        messages=[text],
        context_window_fallback_dict={"gpt-4o": "anthropic/claude-sonnet-4-5"},
    )
    # another vector space
    # expect: verdict=none
    return embedding(
        model="text-embedding-3-small", input=[text], fallbacks=["cohere/embed-english-v3.0"]
    )
