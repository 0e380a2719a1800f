"""One page about many documents."""

from batch.documents import Document
from llmkit import get_chat

SYSTEM = "Write a one-page digest of these documents for a busy reader."


def digest(documents: list[Document]) -> str:
    listing = "\n\n".join(f"# {document.title}\n{document.text[:1000]}" for document in documents)
    return get_chat("anthropic").ask(SYSTEM, listing)
