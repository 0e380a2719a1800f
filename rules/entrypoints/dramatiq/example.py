import dramatiq


# entry: kind=task title=task summarize
@dramatiq.actor(max_retries=5, time_limit=60_000)
def summarize(document_id):
    store(document_id, shorten("text"))


# entry: kind=task title=task index
@dramatiq.actor(actor_name="index", queue_name="low")
async def build_index(document_id):
    shorten("text")


class Report(dramatiq.GenericActor):
    class Meta:
        queue_name = "reports"

    # entry: kind=task title=task Report
    def perform(self, month):
        return self.table(month)

    def table(self, month):
        return []


def shorten(text):
    return text[:20]


def store(document_id, text):
    build_index.send(document_id)


def on_upload(document_id):
    summarize.send_with_options(args=(document_id,), delay=1000)
