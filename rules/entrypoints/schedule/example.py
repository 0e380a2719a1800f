import time

import aiocron
import schedule
from fastapi_utils.tasks import repeat_every
from schedule import every, repeat


def write_report(kind="short"):
    compose(kind)


def clean_up(which):
    compose(which)


def compose(kind):
    return kind


# entry: kind=schedule title=every write_report
schedule.every(10).minutes.do(write_report)
# entry: kind=schedule title=every clean_up
schedule.every().day.at("10:30").do(clean_up, "old")


# entry: kind=schedule title=every tidy
@repeat(every().hour)
def tidy():
    compose("tidy")


# entry: kind=schedule title=cron nightly
@aiocron.crontab("0 3 * * *")
async def nightly():
    compose("night")


# entry: kind=schedule title=every poll
@repeat_every(seconds=30)
async def poll():
    compose("poll")


def work():
    while True:
        schedule.run_pending()
        time.sleep(1)
