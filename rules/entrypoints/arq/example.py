from arq import Worker, create_pool, cron
from arq.connections import RedisSettings
from arq.worker import func


async def summarize(ctx, document_id):
    return await ctx["model"].shorten(document_id)


async def embed(ctx, document_id):
    return await ctx["model"].embed(document_id)


async def digest(ctx):
    return None


async def helper(ctx):
    return ctx


class WorkerSettings:
    redis_settings = RedisSettings()
    functions = [
        # entry: kind=task title=task embed-document
        func(embed, name="embed-document"),
    ]
    cron_jobs = [
        # entry: kind=schedule title=cron digest
        cron(digest, hour={3}),
    ]


async def main():
    pool = await create_pool(RedisSettings())
    await pool.enqueue_job("summarize", 17)
    # entry: kind=task title=task summarize
    worker = Worker(functions=[summarize], redis_pool=pool)
    await worker.main()
