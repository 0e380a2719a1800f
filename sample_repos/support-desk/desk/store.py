"""Tickets in SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from desk.tickets import Author, Message, NewMessage, NewTicket, Queue, Ticket

SCHEMA = """
CREATE TABLE IF NOT EXISTS ticket (
    id INTEGER PRIMARY KEY,
    customer TEXT NOT NULL,
    subject TEXT NOT NULL,
    queue TEXT NOT NULL,
    opened TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS message (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    sent TEXT NOT NULL
);
"""


class UnknownTicket(LookupError):
    """There is no ticket with this number."""


class TicketStore:
    def __init__(self, path: str) -> None:
        self._path = path
        with self._connect() as connection:
            connection.executescript(SCHEMA)

    def open(self, new: NewTicket) -> Ticket:
        now = datetime.now(UTC).isoformat()
        with self._connect() as connection:
            cursor = connection.execute(
                "INSERT INTO ticket (customer, subject, queue, opened) VALUES (?, ?, ?, ?)",
                (new.customer, new.subject, Queue.OTHER, now),
            )
            ticket_id = int(cursor.lastrowid or 0)
        self.add_message(ticket_id, NewMessage(author=Author.CUSTOMER, body=new.body))
        return self.get(ticket_id)

    def get(self, ticket_id: int) -> Ticket:
        with self._connect() as connection:
            row = connection.execute("SELECT * FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
            if row is None:
                raise UnknownTicket(ticket_id)
            messages = connection.execute(
                "SELECT author, body, sent FROM message WHERE ticket = ? ORDER BY rowid",
                (ticket_id,),
            ).fetchall()
        return Ticket(**row, messages=[Message(**message) for message in messages])

    def opened_since(self, moment: datetime) -> list[Ticket]:
        with self._connect() as connection:
            rows = connection.execute(
                "SELECT id FROM ticket WHERE opened >= ? ORDER BY id", (moment.isoformat(),)
            ).fetchall()
        return [self.get(row["id"]) for row in rows]

    def add_message(self, ticket_id: int, new: NewMessage) -> None:
        with self._connect() as connection:
            connection.execute(
                "INSERT INTO message (ticket, author, body, sent) VALUES (?, ?, ?, ?)",
                (ticket_id, new.author, new.body, datetime.now(UTC).isoformat()),
            )

    def set_queue(self, ticket_id: int, queue: Queue) -> None:
        with self._connect() as connection:
            connection.execute("UPDATE ticket SET queue = ? WHERE id = ?", (queue, ticket_id))

    def set_summary(self, ticket_id: int, summary: str) -> None:
        with self._connect() as connection:
            connection.execute("UPDATE ticket SET summary = ? WHERE id = ?", (summary, ticket_id))

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path)
        connection.row_factory = lambda cursor, row: {
            column[0]: value for column, value in zip(cursor.description, row, strict=True)
        }
        try:
            with connection:
                yield connection
        finally:
            connection.close()
