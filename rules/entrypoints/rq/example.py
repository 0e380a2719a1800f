from datetime import timedelta

from redis import Redis
from rq import Queue
from rq.decorators import job

connection = Redis()
queue = Queue("slow", connection=connection)


def transcribe(path):
    return path


def clean_up(path):
    return path


# entry: kind=task title=task tag
@job("fast", connection=connection, timeout=30)
def tag(text):
    return []


def upload(path):
    # entry: kind=task title=task transcribe
    queue.enqueue(transcribe, path, job_timeout=600)
    # entry: kind=task title=task clean_up
    queue.enqueue_in(timedelta(hours=1), clean_up, path)
    tag.delay(path)


def count():
    return queue.count
