import httpx
import anthropic
import openai
from clients import ask_claude, ask_openai, claude_client, openai_client


def outage_statuses(text):
    try:
        # expect: verdict=none leaks=connect,timeout
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if getattr(error, "status_code", None) in (429, 500, 502, 503, 504, 529):
            return ask_claude(text)
        raise


def only_limits(text):
    try:
        # expect: verdict=none leaks=connect,timeout,5xx,529
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.OpenAIError as error:
        if error.status_code == 429:
            return ask_claude(text)
        raise


def client_errors_raise(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIError as error:
        if isinstance(error, openai.APIStatusError) and error.status_code < 500:
            raise
        return ask_claude(text)


def bad_requests_raise(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if isinstance(error, (openai.BadRequestError, openai.AuthenticationError)):
            raise
        return ask_claude(text)


def connection_errors_raise(text):
    try:
        # expect: verdict=none leaks=connect,timeout
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if isinstance(error, openai.APIConnectionError):
            raise
        return ask_claude(text)


def is_overloaded(error):
    code = getattr(error, "status_code", None)
    if code is None:
        response = getattr(error, "response", None)
        code = getattr(response, "status_code", None)
    return code == 529


def helper_decides(text):
    try:
        # expect: verdict=none leaks=connect,timeout,5xx
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
    except Exception as error:
        if not is_overloaded(error):
            raise
        return ask_openai(text)


def should_fail_over(error):
    if isinstance(error, (openai.APIConnectionError, openai.APITimeoutError)):
        return True
    if isinstance(error, openai.APIStatusError):
        return error.status_code >= 500 or error.status_code == 429
    return False


def helper_with_all(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if should_fail_over(error):
            return ask_claude(text)
        raise


def by_text(text):
    try:
        # expect: verdict=none leaks=connect,timeout,5xx,529
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if "429" in str(error):
            return ask_claude(text)
        raise


def by_words(text):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if "rate limit" in str(error).lower() or "quota" in str(error).lower():
            return ask_claude(text)
        raise


def http(text):
    try:
        # expect: verdict=none leaks=connect,timeout
        answer = httpx.post("https://api.openai.com/v1/chat/completions", json={"model": "gpt-4o"})
        answer.raise_for_status()
        return answer.json()
    except httpx.HTTPStatusError as error:
        if error.response.status_code >= 500:
            return ask_claude(text)
        raise


def by_name(text):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if type(error).__name__ == "RateLimitError":
            return ask_claude(text)
        raise


def match_status(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIStatusError as error:
        match error.status_code:
            case 429:
                return ask_claude(text)
            case _:
                raise


def remembered_error(text):
    last_error = None
    for attempt in range(3):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception as error:
            last_error = error
    if last_error is not None:
        return ask_claude(text)
    return None
