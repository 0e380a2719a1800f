"""Behaviours with their requests changed keep everything else."""

from __future__ import annotations

from auditor.model.behaviour import (
    Attempt,
    Behaviour,
    Branch,
    Catch,
    Enter,
    Guarded,
    Leave,
    Read,
    Repeat,
    Request,
    Sequence,
)
from auditor.model.rewriting import with_requests

NO_STEPS = Sequence(())


def program(vendor: str) -> Behaviour:
    ask = Request("app.py:3:4", Attempt(vendor, None), "python/acme", "chat")
    loop = Repeat((Sequence((ask, Read(4))),), False, False, 2)
    body = Guarded(loop, (Catch((), Leave("return", (), 6), 5),), NO_STEPS, NO_STEPS, "app.py", 1)
    return Enter("app.py:answer", "app.py", 9, Branch((body, NO_STEPS), None, 8))


def test_every_kind_of_step_is_kept_when_requests_are_changed() -> None:
    def to_zenith(request: Request) -> Request:
        return Request(request.call, Attempt("zenith", None), request.sdk, request.kind)

    assert with_requests([program("acme")], to_zenith) == [program("zenith")]
