from __future__ import annotations

import json

import pytest

from auditor.languages import read_source
from auditor.model.source import Span


def code(*source):
    return {"cell_type": "code", "metadata": {}, "outputs": [], "source": list(source)}


def text_of(*cells, **metadata):
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4}, indent=1)


def read(text):
    return read_source("notebook", "a.ipynb", text.encode())


def test_cells_in_order_with_the_lines_of_the_file(calls):
    markdown = {"cell_type": "markdown", "source": ["f()\n", "source"]}
    text = text_of(code("import a\n", "f()\n", "\n", "g(\n", "  1)"), markdown, code("h()"))
    facts = read(text)
    lines = text.split("\n")
    at = [next(i for i, line in enumerate(lines, 1) if key in line) for key in ("f()", "g(", "h()")]
    assert facts.problems == ()
    assert facts.lines == len(lines)
    assert facts.body[0].line == at[0] - 1
    assert [c.span for c in calls(facts.body)] == [
        Span(at[0], 0, at[0], 3, 1),
        Span(at[1], 0, at[1] + 1, 4, 1),
        Span(at[2], 0, at[2], 3, 3),
    ]


def test_outputs_do_not_confuse_the_lines(calls):
    cell = code("f()")
    cell["outputs"] = [{"source": ["a\n", "b"], "text": ['"source": [\n', '"x\\"', "]"]}]
    text = text_of(cell, code("g()"))
    lines = text.split("\n")
    assert [c.line for c in calls(read(text).body)] == [
        1 + next(i for i, line in enumerate(lines) if key in line) for key in ("f()", "g()")
    ]


def test_a_minified_notebook_is_all_on_line_one(calls):
    text = json.dumps(json.loads(text_of(code("f()\n", "g()"), code("h()"))))
    assert [(c.span.line, c.span.cell) for c in calls(read(text).body)] == [(1, 1), (1, 1), (1, 2)]


def test_source_as_one_string(calls):
    cell = {"cell_type": "code", "source": "f()\ng()"}
    assert [c.callee.id for c in calls(read(text_of(cell)).body)] == ["f", "g"]


@pytest.mark.parametrize(
    "magic",
    [
        "%pip install a",
        "%matplotlib inline",
        "!ls -la",
        "! ls",
        "!!ls",
        "?f",
        "??f.g",
        "f.g?",
        "f??",
        "pip install -U a b",
        "!pip install a \\\n  b \\\n  c",
        "for x in y:\n    !echo {x}",
        "%cd /tmp",
    ],
)
def test_magics_are_no_syntax_errors(calls, magic):
    source = f"{magic}\nf(1)\n".splitlines(keepends=True)
    facts = read(text_of(code(*source)))
    assert facts.problems == ()
    assert [c.callee.id for c in calls(facts.body)] == ["f"]


def test_what_a_magic_runs_or_is_assigned_to(calls):
    facts = read(text_of(code("%time x = f(1)\n", "%timeit -n 10 g()\n", "y = !ls\n", "h(y)")))
    assert facts.problems == ()
    assert [c.callee.id for c in calls(facts.body)] == ["f", "g", "h"]
    assert [s.targets[0].id for s in facts.body if hasattr(s, "targets")] == ["x", "y"]


def test_modulo_and_prompts_are_no_magics():
    source = 'x = ("a"\n  %y)\np = """\n!keep\n%keep\nreally?\n"""\n'
    facts = read(text_of(code(*source.splitlines(keepends=True))))
    assert facts.problems == ()
    assert facts.body[1].value.value == "\n!keep\n%keep\nreally?\n"


@pytest.mark.parametrize(
    ("magic", "kept"),
    [
        ("%%bash", False),
        ("%%html", False),
        ("%%writefile a.txt", False),
        ("%%writefile a.py", True),
        ("%%time", True),
        ("%%capture out", True),
    ],
)
def test_cell_magics(calls, magic, kept):
    facts = read(text_of(code(f"{magic}\n", "f()\n"), code("g()")))
    assert facts.problems == ()
    assert [c.callee.id for c in calls(facts.body)] == ["f", "g"][not kept :]


def test_an_error_stays_in_its_cell(calls):
    text = text_of(code("x = (\n"), code("f()"), code("y = ]"))
    facts = read(text)
    assert [p.code for p in facts.problems] == ["syntax-error"]
    assert "x = (" in text.split("\n")[facts.problems[0].line - 1]
    assert [c.callee.id for c in calls(facts.body)] == ["f"]


def test_await_outside_a_function(calls):
    (found,) = calls(read(text_of(code("x = await f()"))).body)
    assert (found.callee.id, found.awaited) == ("f", True)


def test_directives():
    text = text_of(code("x\n", "f()  # auditor: ignore[a] - why"))
    (directive,) = read(text).directives
    assert "ignore" in text.split("\n")[directive.line - 1]
    assert (directive.checks, directive.own_line) == (("a",), False)


def test_worksheets_of_old_notebooks(calls):
    cell = {"cell_type": "code", "language": "python", "input": ["f()\n", "g()"]}
    text = json.dumps({"worksheets": [{"cells": [cell]}, {"cells": [cell]}]}, indent=1)
    found = calls(read(text).body)
    assert [c.span.cell for c in found] == [1, 1, 2, 2]
    assert all(c.callee.id in text.split("\n")[c.line - 1] for c in found)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"cells": [}', "print(1)"])
def test_broken_json(text):
    facts = read(text)
    assert facts.body == ()
    assert [p.code for p in facts.problems] == ["syntax-error"]


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"cells": 3, "metadata": 4}',
        '{"cells": [1, {}, {"cell_type": "code"}, {"cell_type": "code", "source": {"a": 1}}]}',
        '{"cells": [{"cell_type": "code", "source": [1, null, ["x"]]}]}',
    ],
)
def test_odd_notebooks_are_empty(text):
    facts = read(text)
    assert (facts.body, facts.problems) == ((), ())


def test_lone_surrogates_and_nul_in_json():
    facts = read('{"cells": [{"cell_type": "code", "source": "f(\'\\ud800\\u0000\')"}]}')
    assert facts.problems == ()
    assert facts.body[0].value.args[0].value.value == "? "


def test_other_kernels_are_reported():
    facts = read(text_of(code("f()"), kernelspec={"language": "R"}))
    assert facts.body == ()
    assert [p.code for p in facts.problems] == ["notebook-language"]
    assert read(text_of(code("f()"), language_info={"name": "python"})).body
