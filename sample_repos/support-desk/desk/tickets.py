"""Tickets and the messages in them."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, Field


class Queue(StrEnum):
    BILLING = "billing"
    BUG = "bug"
    ACCOUNT = "account"
    OTHER = "other"


class Author(StrEnum):
    CUSTOMER = "customer"
    AGENT = "agent"


class NewTicket(BaseModel):
    customer: str
    subject: str = Field(max_length=200)
    body: str


class NewMessage(BaseModel):
    author: Author
    body: str


class Message(NewMessage):
    sent: datetime


class Ticket(BaseModel):
    id: int
    customer: str
    subject: str
    queue: Queue
    opened: datetime
    summary: str
    messages: list[Message]

    def as_text(self) -> str:
        """The whole thread as plain text, oldest message first."""
        lines = [f"Subject: {self.subject}"]
        lines += [f"{message.author}: {message.body}" for message in self.messages]
        return "\n\n".join(lines)
