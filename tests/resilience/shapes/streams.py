import asyncio
from concurrent.futures import ThreadPoolExecutor

from clients import claude_client, openai_client
from fastapi.responses import StreamingResponse
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI


def pieces(text):
    # expect: verdict=none
    stream = openai_client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)
    for piece in stream:
        yield piece.choices[0].delta.content


def other_pieces(text):
    with claude_client.messages.stream(model="claude-sonnet-4-5", max_tokens=9, messages=[]) as s:
        yield from s.text_stream


def given_back_unread(text):
    try:
        return pieces(text)
    except Exception:
        return other_pieces(text)


def wrapped_unread(text):
    try:
        return StreamingResponse(more_pieces(text))
    except Exception:
        return StreamingResponse(other_pieces(text))


def more_pieces(text):
    # expect: verdict=none
    yield from openai_client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)


def read_pieces(text):
    # expect: verdict=cross-vendor
    yield from openai_client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)


def read_inside(text):
    try:
        yield from read_pieces(text)
    except Exception:
        yield from other_pieces(text)


def joined_inside(text):
    try:
        return "".join(str(part) for part in joined_pieces(text))
    except Exception:
        return "".join(str(part) for part in other_pieces(text))


def joined_pieces(text):
    # expect: verdict=cross-vendor
    yield from openai_client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)


pool = ThreadPoolExecutor()
gpt = ChatOpenAI(model="gpt-4o")
claude = ChatAnthropic(model="claude-sonnet-4-5")


def stream_of_a_framework(text):
    try:
        # expect: verdict=none
        return gpt.stream(text)
    except Exception:
        return claude.stream(text)


def read_from_a_framework(text):
    try:
        # expect: verdict=cross-vendor
        for piece in gpt.stream(text):
            yield piece
    except Exception:
        yield from claude.stream(text)


async def coroutine(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


async def not_waited_for(text):
    try:
        return coroutine(text)
    except Exception:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


async def other_coroutine(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


async def waited_for(text):
    try:
        return await other_coroutine(text)
    except Exception:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def kept_pieces(text):
    # expect: verdict=none
    yield from openai_client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)


def read_after_the_try(text):
    try:
        parts = kept_pieces(text)
    except Exception:
        parts = other_pieces(text)
    return "".join(str(part) for part in parts)


def consumed_pieces(text):
    # expect: verdict=cross-vendor
    yield from openai_client.chat.completions.create(model="gpt-4o", messages=[text], stream=True)


def read_before_the_try_ends(text):
    try:
        parts = consumed_pieces(text)
        return "".join(str(part) for part in parts)
    except Exception:
        return "".join(str(part) for part in other_pieces(text))


async def task(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


async def awaited_after_the_try(text):
    try:
        running = asyncio.create_task(task(text))
    except Exception:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
    return await running


def in_a_thread(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def result_after_the_try(text):
    try:
        running = pool.submit(in_a_thread, text)
    except Exception:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
    return running.result()


def in_a_thread_waited_for(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def result_inside(text):
    try:
        running = pool.submit(in_a_thread_waited_for, text)
        return running.result()
    except Exception:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


async def hedged(text):
    # expect: verdict=cross-vendor
    return await gpt.ainvoke(text)


async def whichever_answered(text):
    answers = await asyncio.gather(hedged(text), claude.ainvoke(text), return_exceptions=True)
    for answer in answers:
        if isinstance(answer, BaseException):
            continue
        return answer
    raise RuntimeError("nobody answered")


async def needed(text):
    # expect: verdict=none
    return await gpt.ainvoke(text)


async def both_are_needed(text):
    first, second = await asyncio.gather(
        needed(text), claude.ainvoke(text), return_exceptions=True
    )
    if isinstance(first, Exception):
        raise first
    return first, second
