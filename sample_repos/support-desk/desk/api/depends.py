"""What the handlers are given."""

from typing import Annotated

from fastapi import Depends

from desk.assistant import Assistant, get_assistant
from desk.settings import get_settings
from desk.store import TicketStore


def get_store() -> TicketStore:
    return TicketStore(get_settings().database)


Store = Annotated[TicketStore, Depends(get_store)]
Helper = Annotated[Assistant, Depends(get_assistant)]
