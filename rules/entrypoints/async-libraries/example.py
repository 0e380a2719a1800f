import anyio
import gevent
from twisted.internet.task import LoopingCall


def think(text):
    return text


def poll():
    think("news")


async def ask(text):
    async with anyio.create_task_group() as group:
        group.start_soon(say, text)
    return await anyio.to_thread.run_sync(think, text)


async def say(text):
    print(think(text))


def batch(texts):
    jobs = [gevent.spawn(think, text) for text in texts]
    gevent.joinall(jobs)
    return anyio.run(ask, texts[0])


# entry: kind=schedule title=every poll
loop = LoopingCall(poll)
loop.start(60)
