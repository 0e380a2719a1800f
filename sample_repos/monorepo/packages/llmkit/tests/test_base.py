from llmkit import ChatProvider, EmbeddingProvider


class Echo(ChatProvider):
    def complete(self, system, turns):
        return f" {system}: {turns[-1].text} "


class Lengths(EmbeddingProvider):
    batch_size = 2

    def __init__(self):
        self.batches = []

    def embed_batch(self, texts):
        self.batches.append(len(texts))
        return [[float(len(text))] for text in texts]


def test_asking_is_a_conversation_of_one_turn():
    assert Echo().ask("be brief", "why?") == "be brief: why?"


def test_long_lists_are_embedded_in_batches():
    embedder = Lengths()
    assert embedder.embed(["a", "bb", "ccc"]) == [[1.0], [2.0], [3.0]]
    assert embedder.batches == [2, 1]
