from types import SimpleNamespace

import pytest

from batch.documents import Document
from batch.labels import label_of


@pytest.mark.parametrize(("word", "label"), [("Invoice\n", "invoice"), ("poem", "other")])
def test_only_known_labels_are_given(monkeypatch, word, label):
    def answer(**request):
        message = SimpleNamespace(content=word)
        return SimpleNamespace(choices=[SimpleNamespace(message=message)])

    monkeypatch.setattr("litellm.completion", answer)
    assert label_of(Document(title="No. 7", text="Please pay.")) == label
