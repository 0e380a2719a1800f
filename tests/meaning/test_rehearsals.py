"""How tests of each language let something fail, in the words of their libraries."""

from __future__ import annotations

import pytest

from auditor.meaning.rehearsals import Rehearsals
from auditor.model.source import SourceFile
from tests.shipped import shipped

FAILING = {
    "tests/a.py": "mock.side_effect = openai.APIConnectionError(request=r)",
    "tests/b.py": "client.create = Mock(side_effect=[anthropic.InternalServerError, ok])",
    "tests/c.py": "def fake(*_):\n    raise TimeoutError",
    "tests/d.py": "respx.post(URL).mock(return_value=httpx.Response(529))",
    "a.test.ts": "vi.mocked(generateText).mockRejectedValueOnce(error)",
    "b.test.ts": "server.use(http.post(URL, () => new HttpResponse(null, { status: 503 })))",
    "c.test.js": "stub.rejects(new Error('down'))",
    "a_test.go": 'client := fake{err: errors.New("down")}',
    "b_test.go": "w.WriteHeader(http.StatusServiceUnavailable)",
    "src/test/A.java": "when(model.chat(any())).thenThrow(new RuntimeException())",
    "src/test/B.java": "server.enqueue(new MockResponse().setResponseCode(503));",
    "Desk.tests/test/A.cs": "client.Setup(c => c.Ask()).ThrowsAsync(new HttpRequestException());",
}
WORKING = {
    "tests/a.py": "mock.return_value.status_code = 200\nwith pytest.raises(ValueError): parse('')",
    "a.test.ts": "vi.mocked(generateText).mockResolvedValue({ text: 'hi', status: 200 })",
    "a_test.go": "if err != nil { t.Fatal(err) }",
    "src/test/A.java": "when(model.chat(any())).thenReturn(answer)",
}
LANGUAGES = {"py": "python", "ts": "typescript", "js": "javascript", "go": "go", "java": "java"}


def look(path: str, text: str) -> Rehearsals:
    language = LANGUAGES.get(path.rpartition(".")[2], "csharp")
    file = SourceFile(path, path, language, len(text), in_tests=True)
    return Rehearsals([file], {path: text.encode()}, shipped()[0].rehearsals)


@pytest.mark.parametrize("path", FAILING)
def test_a_failure_that_is_made_is_seen(path: str) -> None:
    found = look(path, f"\n{FAILING[path]}").failure_in(path)
    assert found is not None
    assert found.line == 2 + FAILING[path].startswith("def fake")


@pytest.mark.parametrize("path", WORKING)
def test_an_ordinary_test_makes_none(path: str) -> None:
    assert look(path, WORKING[path]).failure_in(path) is None
