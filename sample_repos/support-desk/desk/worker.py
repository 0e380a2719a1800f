"""What runs outside the web process: after a message, and every night."""

import logging
from datetime import UTC, datetime, timedelta

from celery import Celery
from celery.schedules import crontab

from desk.assistant import AssistantUnavailable, get_assistant
from desk.settings import get_settings
from desk.store import TicketStore
from desk.summaries import summarise_day, summarise_thread

log = logging.getLogger(__name__)

celery_app = Celery("desk", broker=get_settings().broker_url)
celery_app.conf.beat_schedule = {
    "report of the day": {
        "task": "desk.worker.report_day",
        "schedule": crontab(hour=18, minute=0),
    },
}


@celery_app.task(autoretry_for=(AssistantUnavailable,), retry_backoff=True, max_retries=5)
def refresh_summary(ticket_id: int) -> None:
    store = TicketStore(get_settings().database)
    ticket = store.get(ticket_id)
    store.set_summary(ticket_id, summarise_thread(get_assistant(), ticket))


@celery_app.task
def report_day() -> str:
    store = TicketStore(get_settings().database)
    tickets = store.opened_since(datetime.now(UTC) - timedelta(days=1))
    if not tickets:
        return "No tickets today."
    report = summarise_day(get_assistant(), tickets)
    log.info("report of the day:\n%s", report)
    return report
