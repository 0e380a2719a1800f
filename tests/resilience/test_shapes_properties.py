"""What must never happen, over chains of alternatives that a machine makes up."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit import audit
from auditor.model.report import AuditReport
from auditor.settings import Settings

ASKS = {
    "gpt": 'openai.OpenAI().responses.create(model="gpt-4o", input=text)',
    "mini": 'openai.OpenAI().responses.create(model="gpt-4o-mini", input=text)',
    "claude": 'anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", messages=[])',
    "gemini": 'litellm.completion(model="gemini/gemini-2.5-pro", messages=[])',
}
HANDLERS = ("Exception", "openai.OpenAIError", "openai.RateLimitError")
RANK = ["survives", "degrades", "unknown", "stops"]
IMPORTS = "import anthropic, litellm, openai\nfrom tenacity import retry, stop_after_attempt\n\n"
CHAINS = st.lists(
    st.tuples(st.sampled_from(sorted(ASKS)), st.sampled_from(HANDLERS)), min_size=2, max_size=4
)


def chain(steps: list[tuple[str, str]], decorator: str = "") -> str:
    """``answer(text)``, which asks one after another; each handler takes only what it names."""
    code = f"{IMPORTS}{decorator}def answer(text):\n"
    for depth, (ask, handler) in enumerate(steps):
        pad = "    " * (depth + 1)
        if depth == len(steps) - 1:
            code += f"{pad}return {ASKS[ask]}\n"
        else:
            code += f"{pad}try:\n{pad}    return {ASKS[ask]}\n{pad}except {handler}:\n"
    return code


def audited(code: str) -> AuditReport:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "app.py").write_text(code, encoding="utf-8")
        return audit([Path(folder)], Settings())


def losses(report: AuditReport) -> dict[str, str]:
    (workflow,) = report.workflows
    return dict(workflow.on_loss)


@settings(max_examples=10, deadline=None)
@given(CHAINS)
def test_an_alternative_less_never_makes_a_workflow_safer(steps: list[tuple[str, str]]) -> None:
    before, after = losses(audited(chain(steps))), losses(audited(chain(steps[:-1])))
    for domain, word in after.items():
        assert RANK.index(word) >= RANK.index(before[domain]), (domain, before, after)


@settings(max_examples=8, deadline=None)
@given(CHAINS)
def test_retries_change_nothing(steps: list[tuple[str, str]]) -> None:
    plain = audited(chain(steps))
    retried = audited(chain(steps, "@retry(stop=stop_after_attempt(3), reraise=True)\n"))
    assert losses(plain) == losses(retried)
    assert [c.verdict for c in plain.calls] == [c.verdict for c in retried.calls]


@settings(max_examples=8, deadline=None)
@given(CHAINS)
def test_what_is_called_covered_survives_its_own_vendor(steps: list[tuple[str, str]]) -> None:
    report = audited(chain(steps))
    for call in report.calls:
        if call.verdict == "cross-vendor":
            assert all(call.on_loss[vendor] == "survives" for vendor in call.vendors)
            assert losses(report)[call.vendors[0]] == "survives"
