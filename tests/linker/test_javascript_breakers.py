"""What stands behind a circuit breaker in JavaScript, and what looks as if it did."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.two_vendors import verdict

OPOSSUM = 'import CircuitBreaker from "opossum";\n'


def broken(audit_tree: AuditTree, options: str, instead: str) -> str:
    """The verdict on what a breaker with these options and this fallback runs."""
    body = (
        f"{OPOSSUM}const breaker = new CircuitBreaker(gpt, {options});\n"
        f"breaker.fallback({instead});\nbreaker.on('open', () => console.warn('open'));\n"
        "export const run = async (x) => await breaker.fire(x);"
    )
    return verdict(audit_tree, body)


@pytest.mark.parametrize(
    ("options", "instead", "word"),
    [
        ("{ timeout: 3000 }", "claude", "cross-vendor"),
        ("{ timeout: 3000 }", "(x) => claude(x)", "cross-vendor"),
        # A breaker around the other vendor.
        ("{}", "new CircuitBreaker(claude, {})", "cross-vendor"),
        ("{}", "(x) => gpt(x)", "none"),
        ("{}", "() => 'sorry'", "degraded"),
        ("{}", "() => { throw new Error('open'); }", "none"),
        # Which errors the filter lets through nobody knows.
        ("{ errorFilter: (e) => e.status === 503 }", "claude", "unknown"),
    ],
)
def test_a_breaker_with_a_fallback(
    audit_tree: AuditTree, options: str, instead: str, word: str
) -> None:
    assert broken(audit_tree, options, instead) == word


@pytest.mark.parametrize(
    "named",
    [
        "if (process.env.SPARE === '1') breaker.fallback(claude);",
        "breaker.fallback(claude);\nbreaker.fallback(() => { throw new Error('down'); });",
        "export const setUp = (on) => { if (on) breaker.fallback((x) => claude(x)); };",
    ],
)
def test_a_fallback_that_may_not_be_there_or_is_replaced(audit_tree: AuditTree, named: str) -> None:
    body = (
        f"{OPOSSUM}const breaker = new CircuitBreaker(gpt, {{}});\n{named}\n"
        "export const run = async (x) => await breaker.fire(x);"
    )
    assert verdict(audit_tree, body) in ("unknown", "none")


def test_a_breaker_without_a_fallback_covers_nothing(audit_tree: AuditTree) -> None:
    body = (
        f"{OPOSSUM}const breaker = new CircuitBreaker(gpt);\nconst spare = claude;\n"
        "breaker.on('fallback', (x) => spare(x));\n"
        "export const run = (x) => breaker.fire(x);"
    )
    assert verdict(audit_tree, body) == "none"


def test_two_breakers_may_be_fired_one_after_the_other(audit_tree: AuditTree) -> None:
    body = (
        f"{OPOSSUM}const first = new CircuitBreaker(gpt);\n"
        "const second = new CircuitBreaker(claude);\n"
        "export async function run(x) {\n"
        "  try { return await first.fire(x); } catch { return await second.fire(x); }\n}"
    )
    assert verdict(audit_tree, body) == "cross-vendor"


BOTH = f"{OPOSSUM}const breaker = new CircuitBreaker((ask, x) => ask(x), {{}});\n"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        # Open for one is open for the other.
        (
            f"{BOTH}export async function run(x) {{ try {{ return await breaker.fire(gpt, x); }}"
            " catch { return await breaker.fire(claude, x); } }",
            {"none"},
        ),
        (
            f"{BOTH}breaker.fallback((ask, x) => breaker.fire(claude, x));\n"
            "export const run = async (x) => await breaker.fire(gpt, x);",
            {"none", "degraded"},
        ),
        # Nobody gets what the fallback has asked for.
        (
            f"{OPOSSUM}const breaker = new CircuitBreaker(gpt, {{}});\n"
            "breaker.fallback((x) => { claude(x); });\n"
            "export const run = async (x) => await breaker.fire(x);",
            {"degraded"},
        ),
        (
            f"{BOTH}const other = new CircuitBreaker((ask, x) => ask(x), {{}});\n"
            "export async function run(x) { try { return await breaker.fire(gpt, x); }"
            " catch { return await other.fire(claude, x); } }",
            {"cross-vendor"},
        ),
    ],
)
def test_what_one_breaker_lets_through(audit_tree: AuditTree, body: str, words: set[str]) -> None:
    assert verdict(audit_tree, body) in words
