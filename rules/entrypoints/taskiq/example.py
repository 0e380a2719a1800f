from taskiq import TaskiqDepends, async_shared_broker
from taskiq_redis import ListQueueBroker

broker = ListQueueBroker("redis://localhost")


def get_model() -> str:
    return "model"


# entry: kind=task title=task rate
@broker.task
async def rate(review: str, model: str = TaskiqDepends(get_model)) -> int:
    return score(review)


# entry: kind=task title=task reviews:daily
@broker.task(task_name="reviews:daily", schedule=[{"cron": "0 6 * * *"}])
async def daily() -> None:
    score("all")


# entry: kind=task title=task shared
@async_shared_broker.task
async def shared() -> None:
    score("one")


def score(review: str) -> int:
    return len(review)


async def on_review(review: str) -> None:
    await rate.kiq(review)
