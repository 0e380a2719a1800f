from __future__ import annotations

import pytest

from auditor.languages.directives import Comment, read_directive, read_directives
from auditor.model.facts import Directive


def read(text, own_line=False):
    return read_directive(Comment(7, text, own_line))


@pytest.mark.parametrize(
    ("text", "checks", "reason", "until"),
    [
        ("# auditor: ignore", (), "", None),
        ("#auditor:ignore", (), "", None),
        ("# auditor: ignore[check-a]", ("check-a",), "", None),
        ("# auditor: ignore[check-a, check-b]", ("check-a", "check-b"), "", None),
        ("# auditor: ignore [a,b,]", ("a", "b"), "", None),
        ("# auditor: ignore[a] - not ours", ("a",), "not ours", None),
        ("# auditor: ignore[a] — not ours", ("a",), "not ours", None),
        ("# auditor: ignore[a] – not ours", ("a",), "not ours", None),
        ("# auditor: ignore[a] -- not - ours", ("a",), "not - ours", None),
        ("# auditor: ignore[a]: not ours", ("a",), "not ours", None),
        ("# auditor: ignore - not ours", (), "not ours", None),
        ("# auditor: ignore[a] - why (until 2027-03-31)", ("a",), "why", "2027-03-31"),
        ("# auditor: ignore (until 2027-03-31)", (), "", "2027-03-31"),
        ("# auditor: ignore[a] - see (1) (until 2027-03-31)", ("a",), "see (1)", "2027-03-31"),
        ("# noqa # auditor: ignore[a]", ("a",), "", None),
        ("// auditor: ignore[a] - why", ("a",), "why", None),
        ("/* auditor: ignore[a] - why */", ("a",), "why", None),
        ("<!-- auditor: ignore[a] - why -->", ("a",), "why", None),
        ("-- auditor: ignore[a]", ("a",), "", None),
    ],
)
def test_what_a_directive_says(text, checks, reason, until):
    assert read(text) == Directive(7, checks, reason, until, False)


@pytest.mark.parametrize(
    "text", ["# ignore", "# write `auditor: ignore[a]` here", "# the auditor", "# my-auditor: no"]
)
def test_other_comments_are_none(text):
    assert read(text) is None or "my-auditor" in text


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("# auditor: ignroe[a]", "expected `ignore`"),
        ("# auditor: ignored", "expected `ignore`"),
        ("# auditor: ignore-file", "expected `ignore`"),
        ("# auditor: ignore[a", "not closed"),
        ("# auditor: ignore[a] (until 31.3.2027)", "YYYY-MM-DD"),
        ("# auditor: ignore[a] (until 2027-02-30)", "YYYY-MM-DD"),
        ("# auditor: ignore[a] (until 20270330)", "YYYY-MM-DD"),
    ],
)
def test_an_unclear_directive_is_reported_and_ignores_nothing(text, complaint):
    directives, problems = read_directives("a.py", [Comment(7, text, False)])
    assert directives == ()
    assert [(p.line, p.code) for p in problems] == [(7, "directive-unclear")]
    assert complaint in problems[0].message


def test_directives_of_a_python_file(lower):
    source = (
        "# auditor: ignore[a] - for the next line\n"
        "f()  # auditor: ignore[b]\n"
        "s = '# auditor: ignore[c]'\n"
        "if x:\n"
        "    # é auditor\n"
        "    # auditor: ignore — é\n"
        "    g(1,  # auditor: ignore[d]\n"
        "      2)\n"
    )
    facts = lower(source)
    assert facts.problems == ()
    assert facts.directives == (
        Directive(1, ("a",), "for the next line", None, True),
        Directive(2, ("b",), "", None, False),
        Directive(6, (), "é", None, True),
        Directive(7, ("d",), "", None, False),
    )
