import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer


def think(text):
    return text


class Handler(BaseHTTPRequestHandler):
    # entry: kind=http title=POST Handler
    def do_POST(self):
        size = int(self.headers["Content-Length"])
        self.reply(think(self.rfile.read(size).decode()))

    def reply(self, text):
        self.wfile.write(text.encode())

    def log_message(self, format, *args):
        pass


async def talk(reader, writer):
    loop = asyncio.get_running_loop()
    line = (await reader.readline()).decode()
    first = await asyncio.to_thread(think, line)
    second = await loop.run_in_executor(None, think, line)
    writer.write((first + second).encode())


async def serve():
    # entry: kind=event title=socket talk
    server = await asyncio.start_server(talk, "127.0.0.1", 8888)
    await server.serve_forever()


def batch(texts):
    with ThreadPoolExecutor(max_workers=4) as pool:
        first = pool.submit(think, texts[0])
        others = pool.map(think, texts[1:])
        return [first.result(), *others]


def start():
    threading.Thread(target=think, args=("x",), daemon=True).start()
    HTTPServer(("", 8000), Handler).serve_forever()
