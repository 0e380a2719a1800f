"""Answer a question from the passages nearest to it."""

from functools import cache

from llmkit import ChatProvider, get_chat, get_embedder
from search_api import config
from search_api.index import PassageIndex

SYSTEM = "Answer from the passages only. Say so when they do not hold the answer."


class Answerer:
    def __init__(self, index: PassageIndex, chat: ChatProvider) -> None:
        self.index = index
        self._chat = chat

    def answer(self, question: str) -> str:
        passages = self.index.nearest(question, config.PASSAGES_PER_ANSWER)
        context = "\n\n".join(f"[{number}] {text}" for number, text in enumerate(passages, 1))
        return self._chat.ask(SYSTEM, f"{context}\n\nQuestion: {question}")


@cache
def get_answerer() -> Answerer:
    index = PassageIndex(get_embedder(config.EMBEDDING_PROVIDER))
    return Answerer(index, get_chat(config.CHAT_PROVIDER))
