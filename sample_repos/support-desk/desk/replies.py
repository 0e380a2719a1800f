"""Draft an answer for the agent to edit."""

from collections.abc import Iterator

from desk.assistant import Assistant
from desk.settings import get_settings
from desk.tickets import Ticket

SYSTEM = (
    "You draft replies for a support agent. Be brief and friendly. "
    "Promise nothing the thread does not already promise."
)


def draft_reply(assistant: Assistant, ticket: Ticket) -> str:
    return assistant.ask(
        model=get_settings().reply_model,
        system=SYSTEM,
        prompt=ticket.as_text(),
    )


def stream_reply(assistant: Assistant, ticket: Ticket) -> Iterator[str]:
    yield from assistant.stream(
        model=get_settings().reply_model,
        system=SYSTEM,
        prompt=ticket.as_text(),
    )
