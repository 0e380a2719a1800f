"""What many repositories come to together."""

from __future__ import annotations

from auditor.fleet.join import join
from auditor.model.fleet import Member, Relations, Repository, Surviving, Toll
from auditor.model.report import Tool
from auditor.report.fleet import verdict

TOOL = Tool("auditor", "0", "0")


def _member(name: str, **more: object) -> Member:
    needs = more.pop("depends_on", ())
    return Member(Repository(name, name, depends_on=needs), "audited", **more)  # type: ignore[arg-type]


SEARCH = _member(
    "search",
    workflows=2,
    weight=8,
    tolls={"acme": Toll(stops=2, weight=8), "gateway:door": Toll(stops=1, weight=4)},
    surviving={"vendor": Surviving(0, 0), "gateway": Surviving(1, 4)},
    gateways=("door",),
    credentials=("ACME_KEY",),
    relations=Relations(components=("search-service",), offers=("search-api",)),
    names={"acme": "Acme", "door": "Front Door"},
)
CHAT = _member(
    "chat",
    workflows=2,
    weight=4,
    tolls={"acme": Toll(degrades=1, unknown=1), "bolt": Toll(stops=1, weight=2)},
    surviving={"vendor": Surviving(1, 2), "gateway": Surviving(2, 4)},
    gateways=("door",),
    credentials=("ACME_KEY", "BOLT_KEY"),
    relations=Relations(needs=("search-api", "ledger")),
    names={"acme": "Acme", "bolt": "Bolt"},
)
SHOP = _member("shop", depends_on=("chat",))


def test_a_loss_adds_up_over_the_repositories() -> None:
    report = join([SHOP, CHAT, SEARCH], TOOL)
    acme = next(one for one in report.blasts if one.domain == "acme")
    assert acme.toll == Toll(stops=2, degrades=1, unknown=1, weight=8)
    assert (acme.name, acme.kind) == ("Acme", "vendor")
    assert acme.share == 8 / 12
    assert acme.stopped == ("search",)
    assert report.surviving["vendor"] == Surviving(1, 2)
    assert report.surviving["gateway"] == Surviving(3, 8)


def test_who_needs_a_stopped_one_is_reached_over_any_number_of_steps() -> None:
    report = join([SHOP, CHAT, SEARCH], TOOL)
    beyond = {one.domain: one.beyond for one in report.blasts}
    assert beyond["acme"] == ("chat", "shop"), "chat needs search's interface, shop needs chat"
    assert beyond["bolt"] == ("shop",)
    assert [(link.source, link.target) for link in report.links] == [
        ("chat", "search"),
        ("shop", "chat"),
    ]
    assert [(link.source, link.target) for link in report.unmet] == [("chat", "ledger")]
    assert verdict(report) == (
        "Acme down stops 2 of 4 workflows in 1 repository, and 2 more depend on these."
    )


def test_what_several_use_is_shared() -> None:
    shared = join([SHOP, CHAT, SEARCH], TOOL).shared
    assert [(one.kind, one.name, one.repositories) for one in shared] == [
        ("gateway", "Front Door", ("chat", "search")),
        ("credential", "ACME_KEY", ("chat", "search")),
    ]


def test_the_order_in_which_repositories_are_done_changes_nothing() -> None:
    assert join([SHOP, CHAT, SEARCH], TOOL) == join([SEARCH, SHOP, CHAT], TOOL)


def test_the_worst_stand_first_and_the_unread_last() -> None:
    broken = Member(Repository("broken", "x"), "failed", "no such folder")
    report = join([broken, SHOP, CHAT, SEARCH], TOOL)
    assert [one.repository.name for one in report.members] == ["search", "chat", "shop", "broken"]


def test_a_circle_of_dependencies_ends() -> None:
    one = _member("one", tolls={"acme": Toll(stops=1, weight=2)}, depends_on=("two",))
    two = _member("two", depends_on=("one",))
    assert join([one, two], TOOL).blasts[0].beyond == ("two",)
