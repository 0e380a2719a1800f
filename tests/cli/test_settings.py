from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from auditor.model.errors import AuditorError
from auditor.model.severity import Confidence
from auditor.settings import IgnoreSetting, Policy, Settings, WorkflowSetting, load_settings


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load_settings(tmp_path) == Settings()


def test_pyproject_and_auditor_toml_say_the_same_things(tmp_path):
    text = """
exclude = ["docs/**"]
include-tests = true
[[{prefix}workflow]]
match = "POST /tickets/*"
name = "Answer a ticket"
criticality = "critical"
owner = "support"
"""
    one = write(tmp_path, "one/auditor.toml", text.format(prefix="")) / "one"
    table = "[tool.auditor]" + text.format(prefix="tool.auditor.")
    two = write(tmp_path, "two/pyproject.toml", table) / "two"
    for root, name in ((one, "auditor.toml"), (two, "pyproject.toml")):
        assert load_settings(root) == Settings(
            exclude=("docs/**",),
            exclude_base=str(root.resolve()),
            file=str(root.resolve() / name),
            include_tests=True,
            workflows=(
                WorkflowSetting("POST /tickets/*", "Answer a ticket", "critical", "support"),
            ),
        )


def test_the_nearest_file_wins_and_a_pyproject_that_says_nothing_is_passed_by(tmp_path):
    write(tmp_path, ".git/HEAD", "")
    write(tmp_path, "auditor.toml", "include-tests = true")
    write(tmp_path, "svc/pyproject.toml", "[project]\nname = 'x'\n")
    write(tmp_path, "svc/near/auditor.toml", "exclude = ['a']")
    assert load_settings(tmp_path / "svc").include_tests
    near = load_settings(tmp_path / "svc" / "near")
    assert (near.include_tests, near.exclude) == (False, ("a",))


def test_the_search_ends_at_the_top_of_the_repository(tmp_path):
    write(tmp_path, "auditor.toml", "include-tests = true")
    write(tmp_path, "repo/.git/HEAD", "")
    write(tmp_path, "plain/a.py", "")
    assert not load_settings(tmp_path / "repo").include_tests
    assert not load_settings(tmp_path / "plain").include_tests


def test_flags_override_the_file(tmp_path):
    write(tmp_path, "auditor.toml", "exclude = ['a']\ninclude-tests = true")
    settings = load_settings(tmp_path, exclude=["b"], include_tests=False)
    assert (settings.exclude, settings.exclude_base) == (("b",), "")
    assert not settings.include_tests


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("exlude = []", "unknown key 'exlude' in auditor.toml", "did you mean 'exclude'?"),
        ("include_tests = true", "unknown key 'include_tests'", "did you mean 'include-tests'?"),
        ("zzz = 1", "unknown key 'zzz'", "known keys: exclude, include-tests, select, fail-on"),
        ("exclude = 'a'", "exclude in auditor.toml must be a list of texts", None),
        ("exclude = [1]", "exclude in auditor.toml must be a list of texts", None),
        ("include-tests = 'yes'", "must be true or false", None),
        ("[workflow]\nmatch = 'a'", "must be a list of tables", "[[workflow]]"),
        ("workflow = ['a']", "must be a table", None),
        ("[[workflow]]\nname = 'a'", "lacks match", "POST /tickets*"),
        ("[[workflow]]\nmatch = 'a'\nmach = 'b'", "unknown key 'mach'", "'match'"),
        ("[[workflow]]\nmatch = 1", "match of [[workflow]] in auditor.toml must be a text", None),
        ("[[workflow]]\nmatch = 'a'\ncriticality = 'high'", "is 'high'", "critical, normal, batch"),
        ("fail-on = 'hihg'", "fail-on of auditor.toml is 'hihg'", "critical, high"),
        ("strict = 1", "strict in auditor.toml must be true or false", None),
        ("policy = 1", "policy in auditor.toml must be a table", "[tool.auditor.policy]"),
        ("[policy]\nvendor = []", "unknown key 'vendor'", "'vendors'"),
        ("[policy]\nmax-vendor-share = 60", "must be a number from 0 to 1", None),
        ("[policy]\nrequire-fallback = ['high']", "is 'high'", "critical, normal, batch"),
        ("[[ignore]]\nreason = 'x'", "lacks check", "no-fallback"),
        ("[[ignore]]\ncheck = 'x'", "lacks reason", "why x does no harm"),
        ("[[ignore]]\ncheck = 'x'\nreason = ' '", "lacks reason", None),
        ("[[ignore]]\ncheck = 'x'\nreason = 'y'\nuntil = 'soon'", "a date such as", None),
        ("exclude = [", "is not valid TOML", None),
    ],
)
def test_a_mistake_is_named_with_its_place_and_its_cure(tmp_path, text, message, hint):
    write(tmp_path, "auditor.toml", text)
    with pytest.raises(AuditorError) as error:
        load_settings(tmp_path)
    assert message in error.value.message
    assert (hint or "") in (error.value.hint or "")


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("team.toml", "zzz = 1", "'zzz' in team.toml"),
        ("pyproject.toml", "[tool.auditor]\nzzz = 1", "'zzz' in [tool.auditor] of pyproject.toml"),
    ],
)
def test_a_mistake_is_named_in_the_table_where_it_stands(tmp_path, name, text, where):
    write(tmp_path, name, text)
    with pytest.raises(AuditorError) as error:
        load_settings(tmp_path, tmp_path / name)
    assert where in error.value.message


def test_a_broken_pyproject_of_the_scanned_code_is_not_our_business(tmp_path):
    write(tmp_path, "pyproject.toml", "[project\n")
    assert load_settings(tmp_path) == Settings()
    write(tmp_path, "pyproject.toml", "[tool.auditor]\n[project\n")
    with pytest.raises(AuditorError, match="not valid TOML"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "entry", "fits"),
    [
        ("POST /tickets/*", "POST /tickets/{id}/reply", True),
        ("POST /tickets/*", "GET /tickets/{id}", False),
        ("*", "anything\nat all", True),
        ("GET /items/[id]", "GET /items/[id]", True),
        ("GET /items/[id]", "GET /items/i", False),
        ("task a.b", "task aXb", False),
    ],
)
def test_a_workflow_is_matched_by_its_title(pattern, entry, fits):
    assert WorkflowSetting(pattern).fits(entry) is fits


def test_the_first_workflow_that_fits_counts():
    settings = Settings(workflows=(WorkflowSetting("a*", "one"), WorkflowSetting("*", "two")))
    assert settings.workflow_for("ab") == settings.workflows[0]
    assert settings.workflow_for("b") == settings.workflows[1]
    assert Settings().workflow_for("b") is None


def test_ignores_and_policy_are_read_with_their_lines(tmp_path):
    write(
        tmp_path,
        "pyproject.toml",
        """
[tool.auditor]
fail-on = "never"
min-confidence = "medium"
baseline = "known.json"

[tool.auditor.policy]
vendors = ["acme"]
max-vendor-share = 0.7
require-fallback = ["critical"]
forbid-failover = ["POST /patients*"]

[[tool.auditor.ignore]]
check = "no-fallback"
path = "batch/**"
reason = "runs again"
until = 2027-03-31

[[ tool.auditor.ignore ]]
check = "shared-gateway"
reason = "decided"
until = "2027-04-01"
""",
    )
    settings = load_settings(tmp_path)
    assert settings.fail_on is None
    assert settings.min_confidence is Confidence.MEDIUM
    assert settings.baseline == str(tmp_path / "known.json")
    assert settings.policy == Policy(("acme",), 0.7, ("critical",), ("POST /patients*",))
    assert settings.ignores == (
        IgnoreSetting("no-fallback", "runs again", "batch/**", date(2027, 3, 31), 13),
        IgnoreSetting("shared-gateway", "decided", None, date(2027, 4, 1), 19),
    )
