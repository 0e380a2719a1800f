import tornado.ioloop
import tornado.web
import tornado.websocket


class SummaryHandler(tornado.web.RequestHandler):
    def initialize(self, store):
        self.store = store

    # entry: kind=http title=POST SummaryHandler
    async def post(self):
        loop = tornado.ioloop.IOLoop.current()
        text = await loop.run_in_executor(None, summarize, self.get_argument("text"))
        self.write({"text": text})


class ChatSocket(tornado.websocket.WebSocketHandler):
    # entry: kind=http title=WS ChatSocket
    def on_message(self, message):
        self.write_message(summarize(message))

    def send_help(self):
        self.write_message("say something")


def summarize(text):
    return text[:50]


def refresh():
    summarize("news")


app = tornado.web.Application([
    (r"/summaries", SummaryHandler, {"store": None}),
    (r"/chat", ChatSocket),
])

# entry: kind=schedule title=every refresh
ticker = tornado.ioloop.PeriodicCallback(refresh, 60_000)
