"""Everything under /tickets."""

from fastapi import APIRouter, BackgroundTasks, Depends
from fastapi.responses import StreamingResponse

from desk import replies, worker
from desk.api.depends import Helper, Store, get_store
from desk.assistant import Assistant, get_assistant
from desk.store import TicketStore
from desk.tickets import NewMessage, NewTicket, Ticket
from desk.triage import triage

router = APIRouter(prefix="/tickets", tags=["tickets"])


@router.post("", status_code=201)
def open_ticket(
    new: NewTicket, background: BackgroundTasks, store: Store, assistant: Helper
) -> Ticket:
    ticket = store.open(new)
    background.add_task(triage, assistant, store, ticket.id)
    return ticket


@router.get("/{ticket_id}")
def read_ticket(ticket_id: int, store: TicketStore = Depends(get_store)) -> Ticket:
    return store.get(ticket_id)


@router.post("/{ticket_id}/messages", status_code=204)
def add_message(
    ticket_id: int, message: NewMessage, store: TicketStore = Depends(get_store)
) -> None:
    store.get(ticket_id)
    store.add_message(ticket_id, message)
    worker.refresh_summary.delay(ticket_id)


@router.post("/{ticket_id}/draft")
def draft(
    ticket_id: int,
    store: TicketStore = Depends(get_store),
    assistant: Assistant = Depends(get_assistant),
) -> dict[str, str]:
    return {"draft": replies.draft_reply(assistant, store.get(ticket_id))}


@router.get("/{ticket_id}/draft/stream")
def stream_draft(ticket_id: int, store: Store, assistant: Helper) -> StreamingResponse:
    pieces = replies.stream_reply(assistant, store.get(ticket_id))
    return StreamingResponse(pieces, media_type="text/plain")
