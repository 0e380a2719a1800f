"""Documents in a JSON Lines file."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

DEFAULT_FILE = Path(os.environ.get("DOCUMENTS", "documents.jsonl"))


@dataclass(frozen=True)
class Document:
    title: str
    text: str
    language: str = "en"
    label: str | None = None

    def labelled(self, label: str) -> "Document":
        return replace(self, label=label)

    def translated(self, text: str, language: str) -> "Document":
        return replace(self, text=text, language=language)


def read(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Document(**json.loads(line))


def write(path: Path, documents: list[Document]) -> None:
    text = "".join(json.dumps(asdict(document)) + "\n" for document in documents)
    path.write_text(text, encoding="utf-8")
