from huey import SqliteHuey, crontab
from huey.contrib.djhuey import db_task

huey = SqliteHuey("app", filename="/tmp/huey.db")


# entry: kind=task title=task caption
@huey.task(retries=2)
def caption(image):
    return describe(image)


# entry: kind=schedule title=cron morning_brief
@huey.periodic_task(crontab(minute="0", hour="7"))
def morning_brief():
    describe("news")


# entry: kind=task title=task remember
@db_task()
def remember(user):
    describe(user)


@huey.lock_task("caption-lock")
def locked():
    return None


def describe(thing):
    return str(thing)


def upload(image):
    caption.schedule(args=(image,), delay=10)
