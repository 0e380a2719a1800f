import falcon
import falcon.asgi


class SentimentResource:
    def __init__(self, store):
        self.store = store

    # entry: kind=http title=/sentiment on_get
    async def on_get(self, req, resp):
        resp.media = self.store.last()

    # entry: kind=http title=/sentiment on_post
    async def on_post(self, req, resp):
        body = await req.get_media()
        resp.media = {"sentiment": self.judge(body["text"])}

    def judge(self, text):
        return "happy"


class Store:
    def last(self):
        return {}

    def on_change(self, listener):
        return listener


async def assets(req, resp):
    resp.text = "file"


app = falcon.asgi.App()
app.add_route("/sentiment", SentimentResource(Store()))
# entry: kind=http title=/assets assets
app.add_sink(assets, prefix="/assets")
