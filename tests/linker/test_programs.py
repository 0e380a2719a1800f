"""Programs that code starts ask a model for whoever starts them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, only, target, workflows

SPARE = """
import subprocess

from openai import OpenAI

client = OpenAI()


def spare(prompt):
    return client.responses.create(model="gpt-4o", input=prompt).output_text


def ask(prompt):
"""


@pytest.mark.parametrize(
    ("before", "command"),
    [
        ("", '["claude", "-p", prompt, "--model", "claude-opus-4-5"]'),
        ('NAME = "claude-opus-4-5"', '["claude", f"--model={NAME}", "--print", prompt]'),
        ('BASE = ["claude", "-p", "--model", "claude-opus-4-5"]', "BASE + [prompt]"),
        ('BASE = ["claude", "-p", "--model", "claude-opus-4-5"]', "[*BASE, prompt]"),
        ("", '["/usr/local/bin/claude", "--model", "claude-opus-4-5", prompt]'),
        ("", '["npx", "-y", "@anthropic-ai/claude-code", "--model", "claude-opus-4-5", prompt]'),
    ],
)
def test_a_command_is_read_however_it_is_put_together(
    audit_tree: AuditTree, before: str, command: str
) -> None:
    source = f"""
import subprocess

{before}


def ask(prompt):
    return subprocess.run({command}, capture_output=True).stdout
"""
    assert only(audit_tree({"a.py": source})) == anthropic("claude-opus-4-5")


def test_a_command_that_a_helper_runs_is_the_call_of_the_helper(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "a.py": """
                import subprocess


                def run(command):
                    return subprocess.run(command, capture_output=True, text=True).stdout


                def diff():
                    return run(["git", "diff"])


                def main():
                    print(run(["claude", "-p", diff()]))


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert [target(call)[0] for call in report.calls if call.via == "cli"] == [("anthropic",)]
    assert workflows(report) == {"python a.py": ["a.py:5"]}


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        (
            """
    try:
        return subprocess.run(["claude", "-p", prompt], check=True, text=True).stdout
    except subprocess.CalledProcessError:
        return spare(prompt)
""",
            "cross-vendor",
        ),
        (
            """
    try:
        return subprocess.run(["claude", "-p", prompt], text=True).stdout
    except Exception:
        return spare(prompt)
""",
            "none",
        ),
        (
            """
    try:
        return subprocess.run(["claude", "-p", prompt], text=True, check=False).stdout
    except subprocess.CalledProcessError:
        return spare(prompt)
""",
            "none",
        ),
        (
            """
    try:
        return subprocess.Popen(["claude", "-p", prompt]).communicate()[0]
    except OSError:
        return spare(prompt)
""",
            "none",
        ),
        (
            """
    try:
        return subprocess.check_output(["claude", "-p", prompt])
    except FileNotFoundError:
        return spare(prompt)
""",
            "none",
        ),
        (
            """
    try:
        return subprocess.check_output(["claude", "-p", prompt], timeout=60)
    except subprocess.TimeoutExpired:
        return spare(prompt)
""",
            "none",
        ),
    ],
    ids=["checked", "unchecked", "check is off", "only started", "not installed", "too late"],
)
def test_only_a_failure_that_raises_is_covered_by_a_handler(
    audit_tree: AuditTree, body: str, verdict: str
) -> None:
    report = audit_tree({"a.py": SPARE + body.strip("\n") + "\n"})
    (call,) = (call for call in report.calls if call.via == "cli")
    assert call.verdict == verdict


@pytest.mark.parametrize(
    ("run", "verdict"),
    [
        ('out, err := exec.Command("claude", "-p", text).Output()', "cross-vendor"),
        (
            'cmd := exec.Command("claude", "-p", text)\n\tvar out []byte\n\terr := cmd.Start()',
            "none",
        ),
    ],
)
def test_a_program_of_go_is_asked_where_it_is_run(
    audit_tree: AuditTree, run: str, verdict: str
) -> None:
    source = f"""package main

import (
	"fmt"
	"os"
	"os/exec"
)

func main() {{
	text := os.Args[1]
	{run}
	if err != nil {{
		out, err = exec.Command("gemini", "-p", text).Output()
		if err != nil {{
			panic(err)
		}}
	}}
	fmt.Println(string(out))
}}
"""
    report = audit_tree({"main.go": source, "go.mod": "module desk\n"})
    assert [call.verdict for call in report.calls] == [verdict, "none"]
