"""A real browser for the tests that need one; without one they are skipped, and say why."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from auditor.model.report import AuditReport
from auditor.report import View, render

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@dataclass
class Opened:
    """A page in the browser, with all it asked for and all it complained about."""

    page: Any
    file: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    def go(self, hash: str) -> None:
        """Open the address anew, as somebody does who was sent it."""
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + hash)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="no playwright: pip install 'auditor[browser]'"
    )
    program = os.environ.get("AUDITOR_TEST_BROWSER") or next(
        filter(None, map(shutil.which, NAMES)), ""
    )
    if not program:
        pytest.skip("no browser: install chromium, or set AUDITOR_TEST_BROWSER to one")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a report, which must stay silent and without requests."""
    opened: list[Opened] = []

    def open_page(
        report: AuditReport, hash: str = "", source_url: str = "", **context: Any
    ) -> Opened:
        file = tmp_path / "report.html"
        view = View(source_url=source_url)
        file.write_text(render(report, "html", view), encoding="utf-8")
        context.setdefault("viewport", {"width": 1280, "height": 900})
        page = browser.new_context(**context).new_page()
        page.set_default_timeout(5000)
        found = Opened(page, file)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("console", lambda message: found.complaints.append(message.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.goto(file.as_uri() + hash, timeout=30_000)
        opened.append(found)
        return found

    yield open_page
    for found in opened:
        assert found.complaints == []
        own = (found.file.as_uri(), "about:", "blob:")
        assert [url for url in found.requests if not url.startswith(own)] == []
        found.page.context.close()
