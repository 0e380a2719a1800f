import pytest
from fastapi.testclient import TestClient

from desk.api.app import create_app
from desk.api.depends import get_store
from desk.assistant import get_assistant


@pytest.fixture
def client(assistant, store):
    app = create_app()
    app.dependency_overrides[get_store] = lambda: store
    app.dependency_overrides[get_assistant] = lambda: assistant
    return TestClient(app)


def test_a_new_ticket_is_filed_in_the_background(client):
    body = {"customer": "ada@example.org", "subject": "Invoice", "body": "I was charged twice."}
    opened = client.post("/api/tickets", json=body).json()
    assert opened["queue"] == "other"
    assert client.get(f"/api/tickets/{opened['id']}").json()["queue"] == "billing"


def test_an_unknown_ticket_is_not_found(client):
    assert client.post("/api/tickets/99/draft").status_code == 404
