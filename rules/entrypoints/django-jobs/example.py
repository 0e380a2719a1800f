from background_task import background
from django_cron import CronJobBase, Schedule
from django_q.tasks import async_task, result


def summarize(text):
    return text[:80]


# entry: kind=task title=task remind
@background(schedule=60)
def remind(user_id):
    summarize(str(user_id))


class NightlyDigest(CronJobBase):
    schedule = Schedule(run_every_mins=1440)
    code = "digest"

    # entry: kind=schedule title=cron NightlyDigest
    def do(self):
        summarize("everything")

    def describe(self):
        return "digest"


def on_upload(request):
    # entry: kind=task title=task summarize
    ticket = async_task(summarize, request.POST["text"])
    return result(ticket)
