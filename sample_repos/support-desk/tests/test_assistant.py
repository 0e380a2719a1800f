import anthropic
import httpx
import pytest

from desk.assistant import AssistantUnavailable
from desk.replies import draft_reply
from desk.tickets import NewTicket, Queue
from desk.triage import triage

NEW = NewTicket(customer="ada@example.org", subject="Invoice", body="I was charged twice.")


def test_a_draft_is_made_from_the_whole_thread(assistant, fake_client, store):
    assert draft_reply(assistant, store.open(NEW)) == "Sorry about that!"
    prompt = fake_client.messages.requests[0]["messages"][0]["content"]
    assert prompt == "Subject: Invoice\n\ncustomer: I was charged twice."


def test_triage_files_the_ticket(assistant, store):
    ticket = store.open(NEW)
    assert triage(assistant, store, ticket.id) is Queue.BILLING
    assert store.get(ticket.id).queue is Queue.BILLING


def test_a_dead_vendor_is_reported_after_the_last_attempt(
    assistant, fake_client, store, monkeypatch
):
    tried = []

    def refuse(**request):
        tried.append(request)
        raise anthropic.APIConnectionError(request=httpx.Request("POST", "https://example.org"))

    monkeypatch.setattr(fake_client.messages, "create", refuse)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with pytest.raises(AssistantUnavailable):
        draft_reply(assistant, store.open(NEW))
    assert len(tried) == 2
