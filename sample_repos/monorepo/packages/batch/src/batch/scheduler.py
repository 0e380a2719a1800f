"""The command ``docbatch-scheduler``: what runs by itself."""

import logging

from apscheduler.schedulers.blocking import BlockingScheduler

from batch import documents
from batch.digest import digest
from batch.labels import label_of

log = logging.getLogger(__name__)
scheduler = BlockingScheduler(timezone="UTC")


@scheduler.scheduled_job("cron", hour=2)
def label_new_documents() -> None:
    """Label what has no label yet."""
    path = documents.DEFAULT_FILE
    found = [
        document if document.label else document.labelled(label_of(document))
        for document in documents.read(path)
    ]
    documents.write(path, found)


@scheduler.scheduled_job("cron", day_of_week="mon", hour=6)
def weekly_digest() -> None:
    log.info("digest of the week:\n%s", digest(list(documents.read(documents.DEFAULT_FILE))))


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    scheduler.start()
