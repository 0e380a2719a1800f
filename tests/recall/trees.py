"""A small repository in which everything lies that a report may depend on."""

from __future__ import annotations

from pathlib import Path

from auditor.model.means import Means
from auditor.model.report import AuditReport
from auditor.recall.run import audit_or_recall
from auditor.report import View, render
from auditor.settings import load_settings
from tests.memory import Dictionary

CODE = """\
import anthropic
import flask
from lib.models import MODEL

app = flask.Flask("shop")


@app.route("/ask")
def ask():
    return anthropic.Anthropic().messages.create(model=MODEL)
"""
FILES = {
    "app.py": CODE,
    "lib/__init__.py": "",
    "lib/models.py": 'MODEL = "claude-opus-4-5"\n',
    "hidden/more.py": CODE,
    "web/page.ts": 'import OpenAI from "openai";\nnew OpenAI().responses.create({model: "a"});\n',
    "web/package.json": '{"name": "web", "scripts": {"ask": "node page.ts"}}',
    "web/tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
    "go/go.mod": "module example.com/shop\n",
    "go/main.go": 'package main\n\nfunc main() { println("api.openai.com") }\n',
    "pyproject.toml": '[project]\nname = "shop"\n[project.scripts]\nshop = "app:ask"\n',
    ".env.example": "ANTHROPIC_API_KEY=\n",
    "deploy/compose.yaml": "services:\n  web:\n    environment:\n      OPENAI_MODEL: gpt-5\n",
    ".gitignore": "hidden/\n",
    ".git/HEAD": "0123456789012345678901234567890123456789\n",
    "CODEOWNERS": "* @shop\n",
    "lib/catalog-info.yaml": "kind: Component\nspec:\n  owner: library\n",
    "auditor.toml": 'fail-on = "medium"\n',
    ".auditor-baseline.json": '{"version": 1, "findings": []}\n',
}


def make(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def audited(root: Path, memory: Dictionary | None = None, **flags: object) -> AuditReport:
    means = Means(memory) if memory is not None else Means()
    return audit_or_recall([root], load_settings(root, **flags), None, means)  # type: ignore[arg-type]


def as_json(report: AuditReport) -> str:
    return render(report, "json", View())
