import backoff
import openai
import stamina
import tenacity
from clients import ask_claude, ask_openai, claude_client, openai_client
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential
from functools import wraps


def ask_the_other(state):
    return ask_claude(state.args[0])


@retry(stop=stop_after_attempt(3), retry_error_callback=ask_the_other)
def with_callback(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@retry(stop=stop_after_attempt(3), retry_error_callback=lambda state: None)
def with_nothing(text):
    # expect: verdict=degraded
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@retry(stop=stop_after_attempt(3), retry_error_callback=lambda state: ask_openai(state.args[0]))
def with_same(text):
    # expect: verdict=same-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@retry(stop=stop_after_attempt(3), retry=retry_if_exception_type(openai.RateLimitError), retry_error_callback=ask_the_other)
def narrow_callback(text):
    # expect: verdict=none leaks=connect,timeout,5xx,529
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@retry(stop=stop_after_attempt(3), wait=wait_exponential())
def only_again(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@retry(stop=stop_after_attempt(3), reraise=True)
def inner(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def outer(text):
    try:
        return inner(text)
    except openai.OpenAIError:
        return ask_claude(text)


@retry(stop=stop_after_attempt(3))
def inner_wrapped(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def outer_blind(text):
    # Without reraise it is a RetryError that comes out.
    try:
        return inner_wrapped(text)
    except openai.OpenAIError:
        return ask_claude(text)


@retry(stop=stop_after_attempt(3))
def inner_wrapped_too(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def outer_knows(text):
    try:
        return inner_wrapped_too(text)
    except tenacity.RetryError:
        return ask_claude(text)


@backoff.on_exception(backoff.expo, openai.RateLimitError, max_tries=5)
def backed_off(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@backoff.on_exception(backoff.expo, Exception, max_tries=5, on_giveup=lambda details: ask_claude(details["args"][0]))
def given_up(text):
    # What the callback gives is thrown away, and the error goes on.
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@backoff.on_exception(backoff.expo, Exception, max_tries=5, raise_on_giveup=False)
def given_up_silently(text):
    # expect: verdict=degraded
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@backoff.on_exception(backoff.expo, Exception, max_tries=5, raise_on_giveup=False)
def silent_then_other(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def asks_after_silence(text):
    return silent_then_other(text) or ask_claude(text)


@stamina.retry(on=openai.OpenAIError, attempts=3)
def stamped(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def after_stamina(text):
    try:
        return stamped(text)
    except openai.OpenAIError:
        return ask_claude(text)


def falling_back_to(other):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except Exception:
                return other(*args, **kwargs)

        return wrapper

    return decorate


@falling_back_to(ask_claude)
def own_decorator(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@falling_back_to(ask_openai)
def own_decorator_same(text):
    # expect: verdict=same-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def attempts_in_a_loop(text):
    try:
        for attempt in tenacity.Retrying(stop=stop_after_attempt(3), reraise=True):
            with attempt:
                # expect: verdict=cross-vendor
                return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.OpenAIError:
        return ask_claude(text)
