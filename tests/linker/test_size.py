"""Deep, wide and multiplying programs end soon."""

from __future__ import annotations

import pytest

from tests.deadline import within
from tests.linker.reading import AuditTree, direct, only, openai, targets, workflows


def chain(depth: int) -> str:
    """Functions that each call the next one; the last asks."""
    lines = ["from openai import OpenAI", "", ""]
    for number in range(depth):
        lines += [f"def step_{number}(x):", f"    return step_{number + 1}(x)", "", ""]
    lines += [
        f"def step_{depth}(x):",
        '    return OpenAI().responses.create(model="gpt-4o", input=x)',
    ]
    lines += ["", "", 'if __name__ == "__main__":', "    step_0(1)"]
    return "\n".join(lines) + "\n"


def test_a_deep_chain_of_calls_is_followed_to_its_end_or_told(audit_tree: AuditTree) -> None:
    report = audit_tree({"deep.py": chain(300)})
    assert only(report) == openai("gpt-4o")
    reached = "python deep.py" in workflows(report)
    told = any(problem.code == "call-depth" for problem in report.diagnostics)
    assert reached or told


def walk(asks: str) -> str:
    """A function that runs itself on all that a value holds."""
    return (
        "from openai import OpenAI\n\nNESTED = {'a': {'b': {'c': {'d': {'e': {'f': 'g'}}}}}}\n\n\n"
        f"def walk(value):\n    {asks}\n    if isinstance(value, dict):\n"
        "        return {key: walk(part) for key, part in value.items()}\n    return value\n\n\n"
        "def run():\n    text = walk(NESTED)\n"
        "    return OpenAI().responses.create(model='gpt-4o', input=text)\n"
    )


@pytest.mark.parametrize(
    ("asks", "codes"),
    [
        ("print(value)", []),
        ("OpenAI().responses.create(model='gpt-4o-mini', input=value)", ["call-depth"]),
    ],
)
def test_a_walk_through_a_tree_is_told_where_it_asks(
    audit_tree: AuditTree, asks: str, codes: list[str]
) -> None:
    report = audit_tree({"walk.py": walk(asks)})
    assert [problem.code for problem in report.diagnostics] == codes


def test_a_chain_of_calls_as_deep_as_real_ones_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree({"deep.py": chain(30)})
    assert list(workflows(report)) == ["python deep.py"]
    assert report.diagnostics == ()


def test_a_function_with_two_hundred_parameters_is_called_by_name(audit_tree: AuditTree) -> None:
    names = [f"p{number}" for number in range(199)]
    report = audit_tree(
        {
            "wide.py": "import litellm\n\n\n"
            f"def wide({', '.join(f'{name}=None' for name in names)}, model='gpt-4o'):\n"
            "    return litellm.completion(model=model, messages=[])\n\n\n"
            "def placed():\n"
            f"    return wide({', '.join('1' for _ in names)}, 'claude-sonnet-4-5')\n\n\n"
            "def named():\n"
            f"    return wide({', '.join(f'{name}=1' for name in names)}, model='gpt-4o-mini')\n"
        }
    )
    assert "claude-sonnet-4-5" in targets(report)["wide.py:5"].models
    assert "gpt-4o-mini" in targets(report)["wide.py:5"].models


def test_a_registry_of_a_thousand_entries_ends_soon(audit_tree: AuditTree) -> None:
    entries = "".join(f'    "task-{n}": "gpt-4o-{n}",\n' for n in range(1000))
    with within(10):
        report = audit_tree(
            {
                "big.py": f"import litellm\n\nMODELS = {{\n{entries}}}\n\n\n"
                "def ask(task):\n"
                "    return litellm.completion(model=MODELS[task], messages=[])\n\n\n"
                "def one():\n"
                '    return litellm.completion(model=MODELS["task-77"], messages=[])\n'
            }
        )
    ask, one = direct(report)
    assert (ask.vendors, ask.dynamic) == (("openai",), True)
    assert one.models == ("gpt-4o-77",)


def test_a_thousand_branches_end_soon(audit_tree: AuditTree) -> None:
    branches = "".join(
        f'    if name == "m{n}":\n        model = "gpt-4o-{n}"\n' for n in range(1000)
    )
    with within(15):
        report = audit_tree(
            {
                "big.py": "import litellm\n\n\ndef ask(name, flag):\n    model = 'gpt-4o'\n"
                f"{branches}    return litellm.completion(model=model, messages=[])\n"
            }
        )
    assert only(report).vendors == ("openai",)


def test_values_that_multiply_end_soon(audit_tree: AuditTree) -> None:
    doublings = "".join(
        f"    text = (text + 'a') if x > {n} else (text + 'b')\n" for n in range(60)
    )
    with within(10):
        report = audit_tree(
            {
                "many.py": "import litellm\n\n\ndef ask(x):\n    text = 'gpt-4o-'\n"
                f"{doublings}    return litellm.completion(model=text, messages=[])\n"
            }
        )
    assert only(report).dynamic


def test_functions_that_each_call_all_others_end_soon(audit_tree: AuditTree) -> None:
    count = 20
    lines = ["import litellm", "", ""]
    for number in range(count):
        lines.append(f"def f{number}(model, handler):")
        lines += [f"    f{other}(model, f{number})" for other in range(count) if other != number]
        lines += ["    handler(model, handler)"]
        lines += ["    return litellm.completion(model=model, messages=[])", "", ""]
    lines += ['if __name__ == "__main__":', '    f0("gpt-4o", f1)']
    with within(15):
        report = audit_tree({"mesh.py": "\n".join(lines) + "\n"})
    assert len(report.calls) >= count


def ladder(rungs: int) -> str:
    """Functions that each call the two before them, with a text of their own each time."""
    lines = ["import litellm", ""]
    for number in range(2, rungs):
        below, further = number - 1, number - 2
        lines += ["", f"def f{number}(x, model):"]
        lines += [f'    f{below}(x + "a", model)', f'    f{further}(x + "b", model)', ""]
    for number in (0, 1):
        lines += ["", f"def f{number}(x, model):"]
        lines += ["    litellm.completion(model=model, messages=[x])", ""]
    lines += ["", 'if __name__ == "__main__":', f'    f{rungs - 1}("x", "gpt-4o")']
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "source",
    [
        ladder(40),
        "import litellm\n\nL = list('abcdefgh')\n"
        + "".join(f"{'    ' * n}for x{n} in L:\n" for n in range(7))
        + "    " * 7
        + "litellm.completion(model=x0 + x6, messages=[])\n",
        "import litellm\n\nt = ['gpt-4o']\n"
        + "t = [*t, *t]\n" * 40
        + "litellm.completion(model=t, messages=[])\n",
        "import litellm\n\nt = 'gpt-4o'\n"
        + "t = [t, t]\n" * 60
        + "litellm.Router(model_list=t).completion()\n",
        "import litellm\n\nt = 'gpt-4o'\n"
        + "t = t + t\n" * 60
        + "litellm.completion(model=t, messages=[])\n",
        "import litellm\n\nt = {'model': 'gpt-4o'}\n"
        + "".join(f"t = {{**t, 'k{n}': t}}\n" for n in range(60))
        + "litellm.completion(**t)\n",
    ],
    ids=["ladder", "loops", "lists", "nested", "texts", "tables"],
)
def test_what_doubles_with_every_line_ends_all_the_same(audit_tree: AuditTree, source: str) -> None:
    with within(20):
        report = audit_tree({"doubling.py": source})
    assert report.calls


def test_lists_that_hold_one_another_are_looked_into_once(audit_tree: AuditTree) -> None:
    many = range(16)
    lines = ["from openai import OpenAI", "", *(f"a{n} = []" for n in many)]
    lines += [f"a{n}.append(a{m})" for n in many for m in many]
    lines += ['OpenAI().responses.create(model="gpt-4o", input="x", tools=a0)']
    with within(120):
        report = audit_tree({"circle.py": "\n".join(lines) + "\n"})
    assert only(report) == openai("gpt-4o")
