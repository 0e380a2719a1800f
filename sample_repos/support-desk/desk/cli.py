"""Chores for whoever runs the desk."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from desk.assistant import get_assistant
from desk.settings import get_settings
from desk.store import TicketStore
from desk.triage import triage

app = typer.Typer(no_args_is_help=True)

Days = Annotated[int, typer.Option("--since", help="Days to look back.")]


@app.command("list")
def list_tickets(since: Days = 7) -> None:
    """Print recent tickets."""
    for ticket in _recent(since):
        typer.echo(f"{ticket.id:5}  {ticket.queue:8}  {ticket.subject}")


@app.command()
def retag(since: Days = 7) -> None:
    """Sort recent tickets into queues again, after the queues have changed."""
    store = _store()
    assistant = get_assistant()
    for ticket in _recent(since):
        queue = triage(assistant, store, ticket.id)
        if queue != ticket.queue:
            typer.echo(f"{ticket.id}: {ticket.queue} -> {queue}")


def _store() -> TicketStore:
    return TicketStore(get_settings().database)


def _recent(days: int) -> list:
    return _store().opened_since(datetime.now(UTC) - timedelta(days=days))


if __name__ == "__main__":
    app()
