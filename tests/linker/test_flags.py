"""What is noted while vendors fail, and what is raised because of it though one has answered."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_parts_of_lists import CODE

LOOP = """
    NOTED = START
    text = None
    for name, ask in {"gpt": ask_gpt, "claude": ask_claude}.items():
        try:
            text = ask("hello")
            break
        except Exception as error:
            NOTE
    END
    return text
"""
ONCE = """
    noted = START
    try:
        text = ask_gpt("hello")
        GOOD
    except Exception as error:
        BAD
    END
    return text
"""
SECOND = 'text = ask_claude("hello")'


def losses(audit_tree: AuditTree, body: str) -> dict[str, str]:
    """What becomes of the route that runs this body, at the loss of each vendor."""
    report = audit_tree({"app.py": CODE.replace("BODY", body)})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    return {domain: end for domain, end in route.on_loss.items() if ":" not in domain}


def loop(start: str, note: str, end: str) -> str:
    """A loop over both vendors that notes what fails, and ends in this way."""
    filled = LOOP.replace("START", start).replace("NOTED", "noted")
    return filled.replace("NOTE", note).replace("END", end)


def once(start: str, good: str, bad: str, end: str) -> str:
    """A ``try`` around the first vendor that notes how it went, and ends in this way."""
    filled = ONCE.replace("START", start).replace("GOOD", good)
    return filled.replace("BAD", bad).replace("END", end)


@pytest.mark.parametrize(
    "body",
    [
        loop("[]", "noted.append(error)", "if noted:\n        raise RuntimeError(noted)"),
        loop("[]", "noted.append(str(error))", "if len(noted) > 0:\n        raise RuntimeError"),
        loop("[]", "noted.append(name)\n            continue", "if noted:\n        raise IOError"),
        loop("{}", "noted[name] = error", "if noted:\n        raise RuntimeError(noted)"),
        loop("None", "noted = error", "if noted is not None:\n        raise noted"),
        loop("None", "noted = error\n            continue", "if noted:\n        raise noted"),
        loop("False", "noted = True", "if noted:\n        raise RuntimeError('failed')"),
        once("[]", "pass", f"noted.append(error); {SECOND}", "if noted:\n        raise IOError"),
        once("False", "noted = True", SECOND, "if not noted:\n        raise IOError"),
    ],
)
def test_what_is_raised_after_an_answer_is_no_cover(audit_tree: AuditTree, body: str) -> None:
    assert losses(audit_tree, body)["openai"] == "stops"


NOBODY = "if text is None:\n        raise RuntimeError(noted)"
ASK_THEN = 'if not noted:\n        text = ask_claude("hello")'
TRY_THEN = """if not noted:
        try:
            text = ask_claude("hello")
            noted = True
        except Exception:
            pass
    if not noted:
        raise RuntimeError("nobody answers")"""


@pytest.mark.parametrize(
    "body",
    [
        loop("[]", "noted.append(error)", f"if noted:\n        print(noted)\n    {NOBODY}"),
        loop("[]", "noted.append(error)", "if noted and not text:\n        raise noted[0]"),
        loop("[]", "noted.append(error)", "if len(noted) == 2:\n        raise noted[0]"),
        loop("[]", "noted.append(error)", "if len(noted) > 1:\n        raise noted[0]"),
        loop("{}", "noted[name] = error", NOBODY),
        loop("None", "noted = error", "if text is None and noted:\n        raise noted"),
        loop("None", "noted = error\n            continue", NOBODY),
        once("False", "noted = True", "pass", ASK_THEN),
        once("False", "noted = True", "pass", TRY_THEN),
        once("True", "pass", "noted = False", ASK_THEN),
        once("True", "pass", "noted = False", TRY_THEN),
    ],
)
def test_what_is_noted_and_not_raised_upon_does_not_matter(
    audit_tree: AuditTree, body: str
) -> None:
    assert losses(audit_tree, body) == {"anthropic": "survives", "openai": "survives"}


NESTED = """
    text = None
    try:
        try:
            text = ask_gpt("hello")
        except Exception as error:
            if "429" in str(error):
                text = AGAIN
            else:
                raise error
    except Exception as error:
        print(error)
    if not text:
        END
    return text
"""


@pytest.mark.parametrize(
    ("again", "end", "survives"),
    [
        ('ask_gpt("once more")', SECOND, True),
        ('ask_claude("once more")', SECOND, True),
        ('ask_gpt("once more")', 'raise RuntimeError("nobody answers")', False),
    ],
)
def test_a_name_that_is_filled_again_in_vain_is_as_empty_as_before(
    audit_tree: AuditTree, again: str, end: str, survives: bool
) -> None:
    body = NESTED.replace("AGAIN", again).replace("END", end)
    assert (losses(audit_tree, body)["openai"] == "survives") == survives
