"""voyageai.Client().embed(["a"], model="voyage-3") as words."""

import voyageai

vo = voyageai.Client()
vo.count_tokens(["a"], model="voyage-3")
vo.tokenize(["a"], model="voyage-3")


class Video:
    def embed(self, urls, model=None):
        return urls


Video().embed(["https://example.com"], model="voyage-3")
ships = {"voyage": "embed"}
ships.get("voyage")
