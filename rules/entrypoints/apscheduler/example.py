from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.background import BackgroundScheduler

scheduler = BackgroundScheduler()
other = AsyncIOScheduler(timezone="UTC")


def send_digest(kind):
    compose(kind)


# entry: kind=schedule title=job refresh
@other.scheduled_job("interval", minutes=5)
async def refresh():
    compose("refresh")


def compose(kind):
    return kind


# entry: kind=schedule title=job weekly-digest
scheduler.add_job(send_digest, "cron", day_of_week="mon", args=["week"], id="weekly-digest")
# entry: kind=schedule title=job send_digest
scheduler.add_job(func=send_digest, trigger="interval", hours=1, args=["hour"])


def on_job_error(event):
    compose("error")


scheduler.add_listener(on_job_error)
