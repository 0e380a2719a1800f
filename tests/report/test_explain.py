from __future__ import annotations

from dataclasses import replace

from auditor.model.program import Evidence
from auditor.report import View
from auditor.report.terminal.explain import explain_line
from tests.report import sample


def explained(path: str, line: int, report=None, **view) -> str:
    return explain_line(report or sample.report(), path, line, View(**view))


def test_a_call_is_explained_with_its_evidence_and_the_ways_to_it():
    assert (
        explained("app/replies.py", 48)
        == """\
app/replies.py:48  chat call in app.replies.answer_ticket
 through     acme (vendor-sdk)
 asks        acme
 model       acme-large
 platform    acme-api
 confidence  high
 if lost     acme: ✗ stops

 because
   app/replies.py:48  client.chat(model=MODEL)

 reached from Answer a ticket (http)
   app/routes.py:22   POST /tickets/{id}/reply
   app/routes.py:25   calls answer_ticket
   app/replies.py:48  client.chat(model=MODEL)
"""
    )


def test_every_line_of_a_long_call_is_meant():
    calls = (sample.call("c", "a.py", 10, end_line=14),)
    report = sample.report(calls=calls, workflows=())
    assert explained("a.py", 12, report).startswith("a.py:10  chat call")


def test_a_line_beside_a_call_names_the_nearest():
    text = explained("app/search.py", 40)
    assert text.startswith("There is no LLM call at app/search.py:40.\nThe nearest call:\n\n")
    assert "\napp/search.py:44  chat call in answer\n" in text


def test_a_call_that_nothing_reaches_says_so():
    text = explained("app/legacy/old_prompts.py", 12)
    assert "asks        unknown\n" in text
    assert text.endswith(" reached by nothing we recognise\n")


def test_a_file_without_a_call_says_what_is_there_instead():
    client = replace(sample.report().clients[0], path="app/clients.py", line=3)
    assert explained("app/clients.py", 7, sample.report(clients=(client,))) == (
        "There is no LLM call in app/clients.py.\n"
        "Line 3 builds a client (acme), which is no call yet.\n"
    )
    assert explained("app/broken.py", 1) == (
        "There is no LLM call in app/broken.py.\nLine 3: cannot be understood from here on.\n"
    )


def test_a_line_that_only_matters_to_a_call_elsewhere_says_to_which():
    assert explained("app/routes.py", 25) == (
        "There is no LLM call in app/routes.py.\n"
        "The line is on the way from Answer a ticket to the call at app/replies.py:48.\n"
    )


def test_a_file_that_was_not_read_says_why():
    assert explained("third_party/x/y.py", 1) == (
        "There is no LLM call in third_party/x/y.py.\n"
        "It was not read: third_party/ is left out (vendored).\n"
    )


def test_the_cell_of_a_notebook_is_named():
    report = sample.report(calls=(sample.call("c", "a.ipynb", 2, cell=4),), workflows=())
    assert explained("a.ipynb", 2, report).startswith("a.ipynb cell 4:2  chat call")


def test_hostile_text_is_shown_harmless():
    evil = "a\x1b[2Jb\u202e"
    report = sample.report(
        calls=(sample.call("c", "a.py", 1, sdk=evil, function=evil, conditions=(evil,)),)
    )
    text = explained("a.py", 1, report)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "chat call in ab" in text


def test_the_owner_is_named_with_the_line_that_says_so():
    owned = replace(
        sample.WORKFLOWS[0],
        owner="@org/desk",
        owner_evidence=(Evidence(".github/CODEOWNERS", 3, "/app/ belongs to @org/desk"),),
    )
    text = explain_line(sample.report(workflows=(owned,)), "app/replies.py", 48, View())
    heading = "reached from Answer a ticket (http), owned by @org/desk (.github/CODEOWNERS:3)"
    assert heading in text
