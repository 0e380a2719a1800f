import os

from litellm import completion, embedding


def sent_the_key_of_the_first(text, key):
    # expect: verdict=none
    return completion(
        model="gpt-4o", messages=[text], api_key=key, fallbacks=["anthropic/claude-sonnet-4-5"]
    )


def sent_its_address_too(text):
    # expect: verdict=none
    return completion(
        model="gpt-4o",
        messages=[text],
        api_key=os.environ["OPENAI_API_KEY"],
        api_base="https://api.openai.com/v1",
        fallbacks=["anthropic/claude-sonnet-4-5"],
    )


def whatever_that_address_is(text):
    # expect: verdict=none
    return completion(
        model="openai/gpt-4o",
        messages=[text],
        api_base=os.environ["CHAT_URL"],
        fallbacks=["anthropic/claude-sonnet-4-5"],
    )


def tried_again(text):
    # expect: verdict=none
    return completion(model="gpt-4o", messages=[text], num_retries=3)


def nobody_in_the_list(text):
    # expect: verdict=none
    return completion(model="gpt-4o", messages=[text], fallbacks=[])


def as_shipped_nothing(text, fallbacks=None):
    # expect: verdict=none
    return completion(model="gpt-4o", messages=[text], fallbacks=fallbacks)


def only_for_prompts_that_are_too_long(text):
    # expect: verdict=none
    return completion(
        model="gpt-4o",
        messages=[text],
        context_window_fallback_dict={"gpt-4o": "anthropic/claude-sonnet-4-5"},
    )


def another_vector_space(text):
    # expect: verdict=none
    return embedding(
        model="text-embedding-3-small", input=[text], fallbacks=["cohere/embed-english-v3.0"]
    )
