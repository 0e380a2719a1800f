"""Addresses that Go's own library puts together."""

from __future__ import annotations

import pytest

from tests.linker.go import targets
from tests.linker.reading import AuditTree, Target, openai

_PROGRAM = """
    package main

    import (
        "bytes"
        "encoding/json"
        "net/http"
        "net/url"
        "os"
    )

    func address(suffix string) string {
        base, err := url.Parse(BASE)
        if err != nil {
            return ""
        }
        return base.JoinPath(suffix).String()
    }

    func main() {
        body, _ := json.Marshal(map[string]any{"model": "gpt-4o", "messages": []string{}})
        request, _ := http.NewRequest("POST", address("PATH"), bytes.NewReader(body))
        http.DefaultClient.Do(request)
        os.Exit(0)
    }
"""


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ('"https://api.openai.com/v1"', openai("gpt-4o")),
        ("os.Args[1]", Target(("openai",), (), ("gpt-4o",), True)),
    ],
)
def test_an_address_that_is_parsed_and_joined_is_known(
    audit_tree: AuditTree, base: str, found: Target
) -> None:
    program = _PROGRAM.replace("BASE", base).replace("PATH", "/chat/completions")
    assert targets(audit_tree, {"main.go": program}) == [found]


def test_another_path_below_an_unknown_address_is_none_of_a_model(audit_tree: AuditTree) -> None:
    program = _PROGRAM.replace("BASE", "os.Args[1]").replace("PATH", "/users")
    program = program.replace('"model": "gpt-4o", "messages": []string{}', '"name": "x"')
    assert targets(audit_tree, {"main.go": program}) == []
