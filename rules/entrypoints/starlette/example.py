from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute


def answer(question: str) -> str:
    return question.upper()


def log(text: str) -> None:
    print(text)


async def ask(request):
    body = await request.json()
    text = await run_in_threadpool(answer, body["question"])
    return JSONResponse({"answer": text}, background=BackgroundTask(log, text))


async def live(websocket):
    await websocket.accept()


class Notes(HTTPEndpoint):
    # entry: kind=http title=GET Notes
    async def get(self, request):
        return JSONResponse([])

    # entry: kind=http title=POST Notes
    async def post(self, request):
        return JSONResponse(self.store(await request.json()))

    def store(self, note):
        return note


routes = [
    # entry: kind=http title=POST /ask
    Route("/ask", ask, methods=["POST"]),
    # entry: kind=http title=WS /live
    WebSocketRoute("/live", live),
    Route("/notes", Notes),  # found at the class's methods
]
app = Starlette(routes=routes)
