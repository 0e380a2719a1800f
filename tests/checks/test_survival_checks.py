from __future__ import annotations

from auditor.model.finding import Confidence, Severity
from auditor.settings import Settings, WorkflowSetting
from tests.checks.trees import PLAIN, ROUTE, desk, found, the
from tests.linker.reading import AuditTree


def test_a_call_without_anything_behind_it_is_one_finding_that_names_the_workflow(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(desk(PLAIN))
    assert found(report, "no-fallback") == ["high no-fallback desk/llm.py:6"]
    finding = the(report.findings, "no-fallback")
    assert finding.message == '"POST /tickets" stops when Anthropic is down'
    assert finding.confidence is Confidence.HIGH
    assert finding.domains == ("anthropic",)
    assert [flow.id for flow in report.workflows] == list(finding.workflows)
    assert [call.id for call in report.calls] == list(finding.calls)
    says = {(step.path, step.line): step.says for step in finding.evidence}
    assert says["desk/api.py", 7] == "POST /tickets starts here"
    assert says["desk/llm.py", 3] == "client of Anthropic Python SDK is built here"


def test_two_routes_to_one_call_are_one_finding(audit_tree: AuditTree) -> None:
    more = ROUTE + '\n@app.get("/draft")\ndef draft():\n    return answer("")\n'
    [finding] = audit_tree(desk(PLAIN, more)).findings
    assert finding.message == '"POST /tickets" and "GET /draft" stop when Anthropic is down'


def test_severity_follows_what_the_owners_said_of_the_workflow(audit_tree: AuditTree) -> None:
    for criticality, severity in (
        ("critical", Severity.CRITICAL),
        ("normal", Severity.HIGH),
        ("batch", Severity.MEDIUM),
    ):
        setting = WorkflowSetting("POST *", "Answer a ticket", criticality)
        report = audit_tree(desk(PLAIN), Settings(workflows=(setting,)))
        finding = the(report.findings, "no-fallback")
        assert finding.severity is severity
        assert finding.message == '"Answer a ticket" stops when Anthropic is down'


def test_a_workflow_that_goes_on_without_an_answer_is_a_lesser_matter(
    audit_tree: AuditTree,
) -> None:
    llm = """
    from anthropic import Anthropic

    def answer(text):
        try:
            return Anthropic().messages.create(model="claude-sonnet-4-6", messages=[text])
        except Exception:
            return None
    """
    finding = the(audit_tree(desk(llm)).findings, "no-fallback")
    assert finding.severity is Severity.LOW
    assert finding.message == '"POST /tickets" goes on without an answer when Anthropic is down'


def test_a_call_that_another_vendor_stands_in_for_is_no_finding(audit_tree: AuditTree) -> None:
    llm = """
    from anthropic import Anthropic
    from openai import OpenAI

    def answer(text):
        try:
            return Anthropic().messages.create(model="claude-sonnet-4-6", messages=[text])
        except Exception:
            return OpenAI().chat.completions.create(model="gpt-4o", messages=[text])
    """
    report = audit_tree(desk(llm))
    survival = ("no-fallback", "same-vendor-fallback", "shared-gateway", "manual-switch-only")
    assert found(report, *survival) == []


def test_a_smaller_model_of_the_same_vendor_is_called_what_it_is(audit_tree: AuditTree) -> None:
    llm = """
    from langchain_openai import ChatOpenAI

    model = ChatOpenAI(model="gpt-4o").with_fallbacks([ChatOpenAI(model="gpt-4o-mini")])

    def answer(text):
        return model.invoke(text)
    """
    report = audit_tree(desk(llm))
    finding = the(report.findings, "same-vendor-fallback")
    assert finding.severity is Severity.MEDIUM
    assert finding.message == '"POST /tickets": what stands in when OpenAI fails is OpenAI too'
    assert found(report, "no-fallback") == []


def test_a_vendor_that_a_setting_chooses_has_to_be_switched(audit_tree: AuditTree) -> None:
    llm = """
    import os
    import litellm

    MODELS = {"one": "gpt-4o", "two": "claude-sonnet-4-6"}

    def answer(text):
        model = MODELS[os.environ["LLM"]]
        return litellm.completion(model=model, messages=[text])
    """
    report = audit_tree(desk(llm))
    finding = the(report.findings, "manual-switch-only")
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        '"POST /tickets" asks Anthropic or OpenAI, as somebody has set it;'
        " nothing changes by itself"
    )
    assert found(report, "no-fallback") == []


def test_one_gateway_is_one_finding_however_many_calls_use_it(audit_tree: AuditTree) -> None:
    llm = """
    import os
    from openai import OpenAI

    client = OpenAI(base_url="https://openrouter.ai/api/v1", api_key=os.environ["KEY"])

    def answer(text):
        first = client.chat.completions.create(model="anthropic/claude-sonnet-4.5", messages=[text])
        return client.chat.completions.create(model="openai/gpt-4o", messages=[first])
    """
    report = audit_tree(desk(llm))
    finding = the(report.findings, "shared-gateway")
    assert finding.severity is Severity.HIGH
    assert finding.domains == ("gateway:openrouter",)
    assert len(finding.calls) == 2
    assert finding.message == (
        '"POST /tickets" stops when OpenRouter is down, whatever model is asked behind it'
    )


def test_one_embedding_model_is_one_finding_and_not_a_missing_fallback_too(
    audit_tree: AuditTree,
) -> None:
    llm = """
    from openai import OpenAI

    client = OpenAI()

    def embed(text):
        return client.embeddings.create(model="text-embedding-3-small", input=text)

    def answer(text):
        embed(text)
        return client.embeddings.create(model="text-embedding-3-small", input=[text])
    """
    report = audit_tree(desk(llm))
    assert found(report, "no-fallback") == []
    finding = the(report.findings, "embedding-lock-in")
    assert finding.severity is Severity.HIGH
    assert len(finding.calls) == 2
    assert "nobody else makes vectors of text-embedding-3-small" in finding.message


def test_a_server_of_your_own_is_no_vendor_that_could_be_down(audit_tree: AuditTree) -> None:
    llm = """
    from openai import OpenAI

    def answer(text):
        client = OpenAI(base_url="http://localhost:11434/v1", api_key="none")
        return client.chat.completions.create(model="llama3.2", messages=[text])
    """
    assert found(audit_tree(desk(llm)), "no-fallback") == []


def test_a_call_whose_target_nobody_can_see_is_said_and_fails_nothing(
    audit_tree: AuditTree,
) -> None:
    llm = """
    import litellm
    from desk.store import load_row

    def answer(text):
        return litellm.completion(model=load_row(text).model, messages=[text])
    """
    report = audit_tree(desk(llm))
    finding = the(report.findings, "unresolved-target")
    assert finding.severity is Severity.INFO
    assert finding.message.startswith('"POST /tickets" asks a model of unknown make')


def test_calls_in_tests_are_not_judged(audit_tree: AuditTree) -> None:
    report = audit_tree({"tests/test_llm.py": PLAIN + "\ndef test_it():\n    answer('x')\n"})
    assert report.calls
    assert report.findings == ()
