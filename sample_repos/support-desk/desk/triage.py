"""Put a ticket into the queue where it belongs."""

from desk.assistant import Assistant
from desk.settings import get_settings
from desk.store import TicketStore
from desk.tickets import Queue

TOOL = {
    "name": "file_ticket",
    "description": "Put the ticket into one of the queues.",
    "input_schema": {
        "type": "object",
        "properties": {"queue": {"type": "string", "enum": [queue.value for queue in Queue]}},
        "required": ["queue"],
    },
}


def triage(assistant: Assistant, store: TicketStore, ticket_id: int) -> Queue:
    ticket = store.get(ticket_id)
    answer = assistant.choose(model=get_settings().triage_model, prompt=ticket.as_text(), tool=TOOL)
    queue = Queue(answer["queue"])
    store.set_queue(ticket_id, queue)
    return queue
