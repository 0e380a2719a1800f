from types import SimpleNamespace

import pytest

from desk.assistant import Assistant
from desk.store import TicketStore


class FakeMessages:
    """Answers like the vendor's client, from memory."""

    def __init__(self) -> None:
        self.requests = []

    def create(self, **request):
        self.requests.append(request)
        if "tools" in request:
            content = [SimpleNamespace(type="tool_use", input={"queue": "billing"})]
        else:
            content = [SimpleNamespace(type="text", text="Sorry about that!")]
        return SimpleNamespace(content=content)


class FakeClient:
    def __init__(self) -> None:
        self.messages = FakeMessages()


@pytest.fixture
def fake_client():
    return FakeClient()


@pytest.fixture
def assistant(fake_client):
    return Assistant(fake_client, attempts=2)


@pytest.fixture
def store(tmp_path):
    return TicketStore(str(tmp_path / "desk.db"))
