"""A report is taken from memory only if an audit would say the same."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor import audit as audit_module
from auditor import ground
from auditor.model.errors import AuditorError
from auditor.model.means import Means
from auditor.recall import report as report_module
from auditor.recall.run import audit_or_recall
from auditor.report import FORMATS, View, render
from auditor.settings import Settings, load_settings
from tests.memory import Dictionary
from tests.recall.trees import CODE, FILES, as_json, audited, make

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted(path for path in (ROOT / "sample_repos").iterdir() if path.is_dir())


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return make(tmp_path / "tree", FILES)


@pytest.fixture
def no_audit(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on an audit is a failure."""

    def forbid() -> None:
        def audit_sources(*_: object, **__: object) -> object:
            raise AssertionError("the tree was audited")

        monkeypatch.setattr(audit_module, "audit_sources", audit_sources)

    return forbid


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_what_is_recalled_looks_the_same_in_every_format(
    sample: Path, no_audit: Callable[[], None]
) -> None:
    memory = Dictionary()
    first = audited(sample, memory)
    no_audit()
    second = audited(sample, memory)
    assert replace(first, timings={}) == replace(second, timings={})
    for form in FORMATS:
        view = View(verbose=True, color=True)
        assert render(second, form, view) == render(
            replace(first, timings=second.timings), form, view
        )


def test_only_the_two_first_stages_are_timed(tree: Path) -> None:
    memory = Dictionary()
    assert "link" in audited(tree, memory).timings
    assert set(audited(tree, memory).timings) == {"discover", "recall"}


def test_a_copy_of_the_tree_has_the_same_report(
    tree: Path, tmp_path: Path, no_audit: Callable[[], None]
) -> None:
    memory = Dictionary()
    first = audited(tree, memory)
    shutil.copytree(tree, tmp_path / "other" / "place")
    expected = as_json(audited(tmp_path / "other" / "place"))
    # The report says what the user called the folder: from inside it, both are ".".
    assert expected.replace("other/place", "tree") == as_json(first)


def test_the_commit_is_the_one_of_now(tree: Path, no_audit: Callable[[], None]) -> None:
    memory = Dictionary()
    audited(tree, memory)
    no_audit()
    (tree / ".git" / "HEAD").write_text("f" * 40 + "\n")
    assert audited(tree, memory).revision == "f" * 40


#: What is changed, by path: the new text, None to remove the file.
CHANGES: dict[str, tuple[str, str | None]] = {
    "code": ("app.py", CODE.replace("/ask", "/tell")),
    "a value in another file": ("lib/models.py", 'MODEL = "claude-haiku-4-5"\n'),
    "a new file": ("lib/new.py", "import openai\n"),
    "a file less": ("web/page.ts", None),
    "a file that is read no longer": (".gitignore", "hidden/\nweb/\n"),
    "a file that is read again": (".gitignore", ""),
    "a manifest": ("pyproject.toml", FILES["pyproject.toml"].replace("app:ask", "app:app")),
    "a new manifest": (
        "lib/setup.cfg",
        "[options.entry_points]\nconsole_scripts =\n  a = app:ask\n",
    ),
    "what a wheel installs": (
        "shop-1.0.dist-info/entry_points.txt",
        "[console_scripts]\na = app:ask\n",
    ),
    "a package": ("web/package.json", '{"name": "net", "scripts": {"tell": "node page.ts"}}'),
    "compiler settings": ("web/tsconfig.json", '{"compilerOptions": {"baseUrl": "."}}'),
    "new compiler settings": ("web/tsconfig.build.json", '{"compilerOptions": {"baseUrl": "."}}'),
    "a module's name": ("go/go.mod", "module example.com/other\n"),
    "a configuration file": ("deploy/compose.yaml", FILES["deploy/compose.yaml"] + "# more\n"),
    "a setting of the environment": (".env.example", "OPENAI_API_KEY=\n"),
    "owners": ("CODEOWNERS", "* @desk\n"),
    "owners in a better place": (".github/CODEOWNERS", "* @desk\n"),
    "an owner further down": ("lib/catalog-info.yaml", "kind: Component\nspec:\n  owner: b\n"),
    "a new catalogue": ("web/catalog-info.yml", "kind: Component\nspec:\n  owner: b\n"),
    "settings": ("auditor.toml", 'fail-on = "never"\n'),
    "a decision": ("auditor.toml", '[[ignore]]\ncheck = "no-fallback"\nreason = "so"\n'),
    "no settings": ("auditor.toml", None),
    "a baseline less": (".auditor-baseline.json", None),
    "an ignore file": (".auditorignore", "web/\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(tree: Path, change: str) -> None:
    memory = Dictionary()
    audited(tree, memory)
    name, text = CHANGES[change]
    (tree / name).unlink() if text is None else make(tree, {name: text})
    assert as_json(audited(tree, memory)) == as_json(audited(tree))
    assert memory.reports() == 2


def test_every_file_that_an_audit_opens_counts(tree: Path) -> None:
    """The system itself is asked which files these are, so that none can be forgotten here."""
    code = (
        "import sys, os\n"
        "root, seen = os.path.realpath(sys.argv[1]), set()\n"
        "def hook(event, args):\n"
        "    if event == 'open' and isinstance(args[0], (str, bytes, os.PathLike)):\n"
        "        path = os.path.realpath(os.fsdecode(args[0]))\n"
        "        if path.startswith(root + os.sep): seen.add(os.path.relpath(path, root))\n"
        "sys.addaudithook(hook)\n"
        "from pathlib import Path\n"
        "from auditor.audit import audit\n"
        "from auditor.settings import load_settings\n"
        "audit([Path(root)], load_settings(Path(root)))\n"
        "print('\\n'.join(sorted(seen)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tree)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    opened = run.stdout.split()
    assert {"app.py", "web/package.json", "CODEOWNERS", "go/go.mod"} <= set(opened)
    for name in opened:
        if name == ".git/HEAD":
            continue  # what it says is read anew in any case
        memory = Dictionary()
        audited(tree, memory)
        before = (tree / name).read_bytes()
        comment = b" " if name.endswith((".json", ".toml", ".yaml")) else b"\n"
        (tree / name).write_bytes(before + comment)
        audited(tree, memory)
        assert memory.reports() == 2 or name in (".gitignore", "auditor.toml"), name
        (tree / name).write_bytes(before)


TEXTS = (
    "", CODE, 'MODEL = "gpt-5"\n', "*.py\n", "lib/\n", "* @desk\n", "{}", "spec:\n  owner: x\n",
    'exclude = ["lib/*"]\n', "[project.scripts]\na = 'app:ask'\n", "module m\n", "\x00", "OPENAI_BASE_URL=http://x\n",
)  # fmt: skip
NAMES = (*FILES, "lib/package.json", "docs/CODEOWNERS", "web/.gitignore", "a b.py", ".env")
EDITS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.sampled_from(TEXTS))), max_size=3
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(EDITS, min_size=1, max_size=2))
def test_no_sequence_of_edits_brings_back_an_old_report(
    tmp_path: Path, steps: list[list[tuple[str, str | None]]]
) -> None:
    shutil.rmtree(tmp_path / "tree", ignore_errors=True)
    root = make(tmp_path / "tree", FILES)
    memory = Dictionary()
    for edits in ([], *steps):
        for name, text in edits:
            if text is None:
                (root / name).unlink(missing_ok=True)
            else:
                make(root, {name: text})
        try:
            expected = as_json(audited(root))
        except AuditorError:  # settings or a baseline that cannot be read
            with pytest.raises(AuditorError):
                audited(root, memory)
            continue
        assert as_json(audited(root, memory)) == expected


def test_what_is_asked_for_counts(tree: Path) -> None:
    memory = Dictionary()
    asked: list[dict[str, object]] = [
        {}, {"include_tests": True}, {"exclude": ["web/"]}, {"select": ["no-fallback"]},
        {"show_source": False}, {"fail_on": "low"}, {"strict": True}, {"obey_ignores": False},
        {"trust_repository": False}, {"min_severity": "high"},
    ]  # fmt: skip
    for flags in asked:
        assert as_json(audited(tree, memory, **flags)) == as_json(audited(tree, **flags))
    assert memory.reports() == len(asked)
    sub = audit_or_recall([tree / "lib"], Settings(), None, Means(memory))
    assert as_json(sub) == as_json(audit_or_recall([tree / "lib"], Settings()))
    replayed = audit_or_recall([tree], load_settings(tree), None, Means(memory), replay=True)
    assert replayed.replays


@pytest.mark.parametrize("where", ["comment", "settings"])
def test_an_ignore_holds_on_its_last_day_and_no_longer(tree: Path, where: str) -> None:
    if where == "comment":
        remark = "  # auditor: ignore[no-fallback] - agreed (until 2030-05-10)"
        (tree / "app.py").write_text(CODE.rstrip() + remark + "\n")
    else:
        table = '[[ignore]]\ncheck = "no-fallback"\nreason = "agreed"\nuntil = 2030-05-10\n'
        (tree / "auditor.toml").write_text(table)
    memory = Dictionary()
    days = ["2030-05-09", "2030-05-10", "2030-05-11", "2031-01-01", "2030-01-01", "2030-05-10"]
    for day in days:
        today = date.fromisoformat(day)
        expected = audited(tree, today=today)
        ignored = any(f.suppressions for f in expected.findings if f.path == "app.py")
        assert ignored == (day <= "2030-05-10")
        assert as_json(audited(tree, memory, today=today)) == as_json(expected)


def test_days_on_which_nothing_expires_are_one(tree: Path, no_audit: Callable[[], None]) -> None:
    memory = Dictionary()
    audited(tree, memory, today=date(2030, 1, 1))
    no_audit()
    audited(tree, memory, today=date(2031, 7, 1))


def test_what_changes_during_an_audit_is_not_kept(tree: Path) -> None:
    memory = Dictionary()

    def tell(stage: str, _done: int, _total: int) -> None:
        if stage == "link":
            (tree / "CODEOWNERS").write_text("* @other\n")

    audit_or_recall([tree], load_settings(tree), tell, Means(memory))
    assert memory.reports() == 0


@pytest.mark.parametrize("spoil", [
    lambda _: b"", lambda _: b"null\n{}", lambda value: value[:-20], lambda _: b"\xff\xfe",
    lambda value: value.replace(b'"calls"', b'"cells"'),
    lambda value: json.dumps(["x", "y"]).encode() + value[value.index(b"\n"):],
])  # fmt: skip
def test_what_cannot_be_read_is_made_anew(tree: Path, spoil: Callable[[bytes], bytes]) -> None:
    memory = Dictionary()
    expected = as_json(audited(tree, memory, today=date(2030, 1, 1)))
    for place, value in memory.kept.items():
        memory.kept[place] = spoil(value)
    assert as_json(audited(tree, memory, today=date(2030, 1, 1))) == expected


def test_rules_of_ones_own_count(tmp_path: Path) -> None:
    rule = "id: acme\nname: Acme\nmodels: ['acme-.*']\n"
    tree = make(tmp_path / "tree", {**FILES, "auditor.toml": 'rules = ["../own"]\n'})
    make(tmp_path / "own", {"vendors/acme.yaml": rule})
    with pytest.MonkeyPatch.context() as patch:
        from auditor.rulebook.load import load_catalog
        from auditor.rulebook.match import Matcher
        from auditor.rulebook.own import digest_of_rules

        patch.setattr(ground, "load_catalog", load_catalog)
        patch.setattr(ground, "Matcher", Matcher)
        patch.setattr(report_module, "digest_of_rules", digest_of_rules)
        memory = Dictionary()
        first = audited(tree, memory)
        make(tmp_path / "own", {"vendors/acme.yaml": rule.replace("acme-", "claude-acme-")})
        second = audited(tree, memory)
    assert first.tool.rules_digest != second.tool.rules_digest
    assert memory.reports() == 2
