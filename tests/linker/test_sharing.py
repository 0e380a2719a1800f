"""Behaviours are shared without changing what they say."""

from __future__ import annotations

from auditor.linker.sharing import Shared
from auditor.model.behaviour import NOTHING, Branch, Catch, Enter, Guarded, Leave, Repeat, Sequence


def _body(line: int) -> Guarded:
    handler = Catch(("builtins.Exception",), Sequence((Leave("return", (), line + 1),)), line)
    steps = Sequence((Leave("return", (), line), Leave("break", (), line)))
    return Guarded(steps, (handler,), NOTHING, NOTHING, "app.py", line)


def test_equal_parts_become_the_same_object() -> None:
    shared = Shared()

    first = shared.share(Enter("app.py:ask", "app.py", 3, _body(10)))
    second = shared.share(Enter("app.py:ask", "app.py", 4, _body(10)))

    assert isinstance(first, Enter)
    assert isinstance(second, Enter)
    assert first is not second
    assert first.body is second.body


def test_parts_that_differ_in_one_line_stay_apart() -> None:
    shared = Shared()

    assert shared.share(_body(10)) is not shared.share(_body(11))


def test_what_is_shared_is_equal_to_what_it_was() -> None:
    twice = (_body(10), _body(10))
    whole = Sequence((Branch(twice, 0, 5, ("FLAG",)), Repeat(twice, True, False, 6, _body(12))))

    assert Shared().share(whole) == _without_single(whole)


def _without_single(node: Sequence) -> Sequence:
    """Sequences of one step are that step: the one thing that sharing takes away."""
    handler = Catch(("builtins.Exception",), Leave("return", (), 11), 10)
    body = Guarded(_body(10).body, (handler,), NOTHING, NOTHING, "app.py", 10)
    last_handler = Catch(("builtins.Exception",), Leave("return", (), 13), 12)
    last = Guarded(_body(12).body, (last_handler,), NOTHING, NOTHING, "app.py", 12)
    return Sequence(
        (Branch((body, body), 0, 5, ("FLAG",)), Repeat((body, body), True, False, 6, last))
    )
