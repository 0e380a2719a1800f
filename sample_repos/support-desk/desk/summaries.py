"""Summaries: of one thread, and of a day."""

from desk.assistant import Assistant
from desk.settings import get_settings
from desk.tickets import Ticket

THREAD = "Summarise this support thread in two sentences for a colleague who takes it over."
DAY = "Write a short report of the day's tickets. Group by topic. Name no customers."


def summarise_thread(assistant: Assistant, ticket: Ticket) -> str:
    return assistant.ask(
        model=get_settings().summary_model,
        system=THREAD,
        prompt=ticket.as_text(),
        max_tokens=200,
    )


def summarise_day(assistant: Assistant, tickets: list[Ticket]) -> str:
    threads = "\n\n---\n\n".join(ticket.summary or ticket.as_text() for ticket in tickets)
    return assistant.ask(model=get_settings().summary_model, system=DAY, prompt=threads)
