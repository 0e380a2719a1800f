from celery import Celery, chain, shared_task
from celery.schedules import crontab
from celery.signals import worker_ready

app = Celery("newsroom", broker="redis://localhost")
app.conf.beat_schedule = {
    "nightly": {"task": "newsroom.digest", "schedule": crontab(hour=3)},
}


# entry: kind=task title=task newsroom.digest
@app.task(name="newsroom.digest", bind=True, max_retries=3)
def digest(self, day=None):
    return summarize(day)


# entry: kind=task title=task translate
@shared_task
def translate(text, language="de"):
    return text


class Embed(app.Task):
    """Derived from an application's own class, which only the worker knows."""


# entry: kind=event title=signal receiver warm_up
@worker_ready.connect
def warm_up(sender=None, **kwargs):
    summarize("")


def summarize(text):
    return text


def publish(text):
    translate.delay(text, language="fr")
    chain(digest.s(), translate.s("nl")).apply_async()
