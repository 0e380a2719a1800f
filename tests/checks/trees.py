"""Small products to check: a route that asks one vendor, and how it may be covered."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model.finding import Finding
from auditor.model.report import AuditReport

ROUTE = """
from fastapi import FastAPI
from desk.llm import answer

app = FastAPI()

@app.post("/tickets")
def ticket(text: str):
    return answer(text)
"""

PLAIN = """
from anthropic import Anthropic

client = Anthropic()

def answer(text):
    return client.messages.create(model="claude-sonnet-4-6", max_tokens=9, messages=[text])
"""


def desk(llm: str, route: str = ROUTE) -> dict[str, str]:
    """A repository with one route, and the module that answers it."""
    return {"desk/__init__.py": "", "desk/api.py": route, "desk/llm.py": llm}


def found(report: AuditReport, *checks: str) -> list[str]:
    """The findings as a reader sees them: severity, check, place; only of these checks if any."""
    return [
        f"{f.severity.value} {f.check} {f.path}:{f.line}"
        for f in report.findings
        if not checks or f.check in checks
    ]


def the(findings: Iterable[Finding], check: str) -> Finding:
    """The one finding of a check."""
    [finding] = [f for f in findings if f.check == check]
    return finding
