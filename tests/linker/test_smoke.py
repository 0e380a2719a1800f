from __future__ import annotations
import pytest
from tests.linker.reading import *
@pytest.mark.parametrize("n", range(20))
def test_x(audit_tree, n):
    r = audit_tree({"a.py": """
    from openai import OpenAI
    def f():
        OpenAI().chat.completions.create(model="gpt-4o")
    """})
    print(r.timings)
    assert only(r) == openai("gpt-4o")
