from saq import CronJob, Queue, Worker
from streaq import Worker as StreaqWorker

queue = Queue.from_url("redis://localhost")
streaq = StreaqWorker(redis_url="redis://localhost")


async def summarize(ctx, *, text):
    return shorten(text)


async def digest(ctx):
    return shorten("all")


# entry: kind=task title=task classify
@streaq.task(timeout=30)
async def classify(text):
    return shorten(text)


# entry: kind=schedule title=cron hourly
@streaq.cron("0 * * * *")
async def hourly():
    shorten("hour")


def shorten(text):
    return text[:9]


# entry: kind=task title=task summarize
worker = Worker(
    queue,
    functions=[summarize],
    # entry: kind=schedule title=cron digest
    cron_jobs=[CronJob(digest, cron="0 5 * * *")],
)


async def on_upload(text):
    await queue.enqueue("summarize", text=text)
