from __future__ import annotations

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, Together
from auditor.resilience.waiting import duration, longest_wait

attempts = st.builds(
    Attempt,
    st.just("acme"),
    st.just("acme-api"),
    timeout=st.none() | st.just(inf) | st.floats(0, 1000),
    retries=st.none() | st.integers(0, 9),
)
asks: st.SearchStrategy[Ask] = st.recursive(
    attempts,
    lambda inner: (
        st.builds(Choice, st.lists(inner, min_size=1, max_size=3).map(tuple), st.booleans())
        | st.builds(
            Ordered, st.lists(inner, min_size=1, max_size=3).map(tuple), st.just(frozenset())
        )
    ),
)


def attempt(timeout: float | None, retries: int | None = 0) -> Attempt:
    return Attempt("acme", "acme-api", timeout=timeout, retries=retries)


def test_a_chain_waits_for_all_but_its_last_link() -> None:
    chain = Ordered((attempt(10, 1), attempt(5), attempt(600, 2)), frozenset({"timeout"}))
    assert longest_wait([chain]) == 25


def test_the_longest_of_several_ways_counts() -> None:
    assert longest_wait([Choice((attempt(3), attempt(8)), False)]) == 8
    assert longest_wait([attempt(3), attempt(4)]) == 4
    assert longest_wait([Together((attempt(3), attempt(8)))]) == 8


def test_one_unknown_makes_the_whole_unknown_but_for_ever_stays_for_ever() -> None:
    assert longest_wait([attempt(3), attempt(None)]) is None
    assert longest_wait([attempt(3, None)]) is None
    assert longest_wait([attempt(None), attempt(inf, None)]) == inf
    assert longest_wait([]) is None


@given(asks, asks)
def test_one_more_way_never_shortens_the_wait(one: Ask, more: Ask) -> None:
    alone, both = longest_wait([one]), longest_wait([one, more])
    assert both is None or alone is None or both >= alone


def test_durations_are_said_in_the_unit_that_people_use() -> None:
    assert [duration(s) for s in (0.5, 60, 90, 1800, 9000)] == [
        "0.5 s", "60 s", "90 s", "30 min", "2.5 h",
    ]  # fmt: skip
