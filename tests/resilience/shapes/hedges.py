"""Several vendors are asked at once: the first good answer is given back, or what ends first."""

import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed

from anthropic import AsyncAnthropic
from clients import claude_client, openai_client
from openai import AsyncOpenAI

gpt, claude = AsyncOpenAI(), AsyncAnthropic()


async def gpt_first_good(text):
    # expect: verdict=cross-vendor
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_first_good(text):
    # expect: verdict=cross-vendor
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def first_good(text):
    tasks = [
        asyncio.create_task(gpt_first_good(text)),
        asyncio.create_task(claude_first_good(text)),
    ]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except Exception as error:
            print(error)
    raise RuntimeError("nobody answered")


async def gpt_inline(text):
    # expect: verdict=cross-vendor
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_inline(text):
    # expect: verdict=cross-vendor
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def inline(text):
    for task in asyncio.as_completed([gpt_inline(text), claude_inline(text)]):
        try:
            answer = await task
            if answer:
                return answer
        except Exception:
            continue
    return None


async def gpt_waited(text):
    # expect: verdict=cross-vendor
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_waited(text):
    # expect: verdict=cross-vendor
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def waited(text):
    pending = {asyncio.create_task(ask(text)) for ask in (gpt_waited, claude_waited)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.exception() is None:
                for other in pending:
                    other.cancel()
                return task.result()
    raise RuntimeError("nobody answered")


def gpt_in_a_thread(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def claude_in_a_thread(text):
    # expect: verdict=cross-vendor
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


def in_threads(text):
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = {pool.submit(ask, text): ask for ask in (gpt_in_a_thread, claude_in_a_thread)}
        for future in as_completed(futures):
            try:
                return future.result()
            except Exception:
                print(futures[future], "failed")
    raise RuntimeError("nobody answered")


async def gpt_not_caught(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_not_caught(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def not_caught(text):
    tasks = [
        asyncio.create_task(gpt_not_caught(text)),
        asyncio.create_task(claude_not_caught(text)),
    ]
    for task in asyncio.as_completed(tasks):
        return await task


async def gpt_given_up(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_given_up(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def given_up_at_the_first(text):
    tasks = [asyncio.create_task(gpt_given_up(text)), asyncio.create_task(claude_given_up(text))]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except Exception as error:
            raise RuntimeError("one of them failed") from error


async def gpt_one_kind(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_one_kind(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def one_kind_of_error(text):
    tasks = [asyncio.create_task(gpt_one_kind(text)), asyncio.create_task(claude_one_kind(text))]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except asyncio.TimeoutError:
            continue


async def gpt_once(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_once(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def waited_once(text):
    tasks = {asyncio.create_task(gpt_once(text)), asyncio.create_task(claude_once(text))}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        if task.exception() is None:
            return task.result()
    raise RuntimeError("the first one failed")


async def gpt_quiet(text):
    try:
        # expect: verdict=degraded
        return await gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return None


async def claude_quiet(text):
    try:
        # expect: verdict=degraded
        return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
    except Exception:
        return None


async def first_that_fails_says_nothing(text):
    tasks = [asyncio.create_task(gpt_quiet(text)), asyncio.create_task(claude_quiet(text))]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except Exception:
            continue


async def gpt_polished(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_polished(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def polish(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o-mini", messages=[text])


async def another_is_asked_with_the_answer(text):
    tasks = [asyncio.create_task(gpt_polished(text)), asyncio.create_task(claude_polished(text))]
    for task in asyncio.as_completed(tasks):
        try:
            return await polish(await task)
        except Exception:
            continue
    raise RuntimeError("nobody answered")


async def gpt_in_a_group(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_in_a_group(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def in_a_group(text):
    async with asyncio.TaskGroup() as group:
        tasks = []
        tasks.append(group.create_task(gpt_in_a_group(text)))
        tasks.append(group.create_task(claude_in_a_group(text)))
        for task in asyncio.as_completed(tasks):
            try:
                return await task
            except Exception:
                continue


async def gpt_also(text):
    # expect: verdict=same-vendor
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def gpt_mini_also(text):
    # expect: verdict=same-vendor
    return await gpt.chat.completions.create(model="gpt-4o-mini", messages=[text])


async def of_one_vendor(text):
    tasks = [asyncio.create_task(gpt_also(text)), asyncio.create_task(gpt_mini_also(text))]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except Exception:
            continue
    raise RuntimeError("nobody answered")


async def gpt_after(text):
    # expect: verdict=cross-vendor
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_after(text):
    # expect: verdict=cross-vendor
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def asked_for_both(text):
    # expect: verdict=none
    found = await gpt.embeddings.create(model="text-embedding-3-small", input=text)
    tasks = [asyncio.create_task(gpt_after(found)), asyncio.create_task(claude_after(found))]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except Exception:
            continue
    raise RuntimeError("nobody answered")


async def gpt_of_a_group(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_of_a_group(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def in_a_group(text):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(gpt_of_a_group(text)), group.create_task(claude_of_a_group(text))]
        for task in asyncio.as_completed(tasks):
            try:
                return await task
            except Exception:
                continue


async def gpt_both(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_both(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def both(text):
    answers = []
    for task in asyncio.as_completed([gpt_both(text), claude_both(text)]):
        try:
            answers.append(await task)
            if len(answers) == 2:
                return answers
        except Exception:
            continue
    raise RuntimeError("one is missing")


async def gpt_by_name(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_by_name(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def by_name(text):
    for task in asyncio.as_completed([gpt_by_name(text), claude_by_name(text)]):
        try:
            name, answer = await task
            if name == "gpt":
                return answer
        except Exception:
            continue
    raise RuntimeError("the one that counts is missing")


async def gpt_asked_again(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_asked_again(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


async def the_first_is_read_as_well(text):
    tasks = [
        asyncio.create_task(gpt_asked_again(text)),
        asyncio.create_task(claude_asked_again(text)),
    ]
    for task in asyncio.as_completed(tasks):
        try:
            answer = await task
            tasks[0].result()
            return answer
        except Exception:
            continue
    raise RuntimeError("the first has failed")


async def gpt_reported(text):
    # expect: verdict=none
    return await gpt.chat.completions.create(model="gpt-4o", messages=[text])


async def claude_reported(text):
    # expect: verdict=none
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


def give_up(error):
    raise RuntimeError("one of them failed") from error


async def reported(text):
    for task in asyncio.as_completed([gpt_reported(text), claude_reported(text)]):
        try:
            return await task
        except Exception as error:
            give_up(error)
