"""Makes docs/images/html-report.png: the page of a sample repository, with one vendor switched off.

Needs ``pip install -e '.[browser]'`` and a chromium. ``python -m tools.html_picture`` writes it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from auditor.audit import audit
from auditor.report import View, render
from auditor.settings import Settings

ROOT = Path(__file__).parent.parent
SAMPLE, LOSS = "monorepo", "vendor:openai"
IMAGE = ROOT / "docs" / "images" / "html-report.png"


def main() -> None:
    """Audit the sample, open its page, switch the vendor off, and keep what the screen shows."""
    text = render(audit([ROOT / "sample_repos" / SAMPLE], Settings()), "html", View())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(text, encoding="utf-8")
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.goto(f"{file.as_uri()}#;if={LOSS};level=workflow")
        page.locator("#what-if").evaluate("part => part.scrollIntoView()")
        page.screenshot(path=IMAGE)
        browser.close()


if __name__ == "__main__":
    main()
