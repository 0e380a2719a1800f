"""What the rules know of a vendor, platform, gateway or SDK, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain
from textwrap import wrap

from auditor.model.catalog import Catalog, CheckDoc, Platform, Role, Sdk, Vendor
from auditor.model.errors import AuditorError
from auditor.report import View

Facts = list[tuple[str, Iterable[str]]]

SHOWN = 8
"""How much of a long list is shown unless the reader asks for everything."""


def describe(catalog: Catalog, name: str, view: View) -> str:
    """All records with this id or name; an error with the nearest names if there are none."""
    pages = list(_pages(catalog, name.casefold()))
    if not pages:
        raise _unknown(catalog, name)
    return "\n".join(_page(title, facts, view) for title, facts in pages)


def page(check: CheckDoc) -> str:
    """The page of a check."""
    head = f"{check.id}: {check.title} ({check.severity.value})"
    return f"{head}\n\n{check.says}\nNext: {check.fix}.\n\n{check.text}"


def _pages(catalog: Catalog, wanted: str) -> Iterator[tuple[str, Facts]]:
    for vendor in catalog.vendors.values():
        if wanted in _names(vendor.id, vendor.name, *vendor.aliases):
            yield f"{vendor.name} ({vendor.id}), a vendor", _vendor(vendor, catalog)
    for platform in catalog.platforms.values():
        if wanted in _names(platform.id, platform.name):
            title = f"{platform.name} ({platform.id}), a {_role(platform)}"
            yield title, _platform(platform)
    for sdk in catalog.sdks:
        if wanted in _names(sdk.id, sdk.name, *sdk.packages):
            yield f"{sdk.name} ({sdk.id}), a {sdk.language} library", _sdk(sdk)


def _unknown(catalog: Catalog, name: str) -> AuditorError:
    ids = {*catalog.vendors, *catalog.platforms, *(sdk.id for sdk in catalog.sdks)}
    ids |= set(catalog.checks)
    near = get_close_matches(name.casefold(), sorted(ids), n=3)
    hint = f"did you mean {', '.join(near)}?" if near else "for a line of code write FILE:LINE"
    return AuditorError(f"the rules know no {name!r}", hint=hint)


def _names(*names: str) -> set[str]:
    return {name.casefold() for name in names}


def _page(title: str, facts: Facts, view: View) -> str:
    lines = [title]
    for label, values in facts:
        items = list(dict.fromkeys(filter(None, values)))
        shown = items if view.verbose else items[:SHOWN]
        more = f" and {len(items) - len(shown)} more: -v" if len(shown) < len(items) else ""
        text = ", ".join(shown) + more
        lines += wrap(
            text,
            view.width,
            initial_indent=f"  {label:<14}",
            subsequent_indent=" " * 16,
            break_on_hyphens=False,
        )
    return "\n".join(lines) + "\n"


def _vendor(vendor: Vendor, catalog: Catalog) -> Facts:
    serving = [
        platform.id for platform in catalog.platforms.values() if platform.serves == vendor.id
    ]
    libraries = [sdk.id for sdk in catalog.sdks if not _asks(sdk).isdisjoint((vendor.id, *serving))]
    return [
        ("at home on", [vendor.home or ""]),
        ("served by", serving),
        ("also called", vendor.aliases),
        ("models", vendor.models),
        ("open weights", vendor.open_weights),
        ("libraries", libraries),
        ("status", [vendor.status_page or ""]),
    ]


def _platform(platform: Platform) -> Facts:
    return [
        ("run by", ["your own team" if platform.self_hosted else platform.operator or ""]),
        ("serves", [platform.serves or "models of several vendors"]),
        ("hosts", (*platform.hosts, *platform.shared_hosts)),
        ("ports", map(str, platform.ports)),
        ("key", platform.key_env),
        ("url", platform.url_env),
        ("status", [platform.status_page or ""]),
    ]


def _sdk(sdk: Sdk) -> Facts:
    functions = chain.from_iterable(rule.names for rule in sdk.functions)
    return [
        ("kind", [sdk.via.value]),
        ("packages", sdk.packages),
        ("modules", sdk.modules),
        ("asks", sorted(_asks(sdk))),
        ("built by", chain.from_iterable(rule.make for rule in sdk.objects)),
        ("calls", chain(_call_paths(sdk), functions)),
    ]


def _call_paths(sdk: Sdk) -> Iterator[str]:
    for surface in sdk.surfaces:
        for call in surface.calls:
            yield from (f".{path}".replace(".()", "()") for path in call.paths)


def _asks(sdk: Sdk) -> set[str]:
    """The platforms and vendors that the library's rules name."""
    targets = [*(rule.target for rule in sdk.objects), *(rule.target for rule in sdk.functions)]
    return {name for target in targets for name in (target.platform, target.vendor) if name}


def _role(platform: Platform) -> str:
    return "local server" if platform.role is Role.LOCAL else platform.role.value
