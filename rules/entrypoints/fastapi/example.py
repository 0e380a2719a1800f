from contextlib import asynccontextmanager

from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, WebSocket


@asynccontextmanager
async def lifespan(_app):
    yield


# entry: kind=event title=lifespan lifespan
app = FastAPI(title="Support", lifespan=lifespan)
router = APIRouter(prefix="/tickets", tags=["tickets"])
cache: dict[str, str] = {}


def current_user() -> str:
    return "ada"


def send_mail(address: str) -> None:
    print("to", address)


# entry: kind=http title=POST /api/tickets
@router.post("", status_code=201)
async def create(text: str, tasks: BackgroundTasks, user: str = Depends(current_user)):
    tasks.add_task(send_mail, user)
    return {"text": text}


# entry: kind=http title=GET /api/tickets/{ticket_id}
@router.get("/{ticket_id}")
async def show(ticket_id: int):
    return cache.get(str(ticket_id))


# entry: kind=http title=PUT /rules
@app.api_route("/rules", methods=["PUT"])
def rules(body: dict):
    return body


# entry: kind=http title=WS /ws/chat
@app.websocket("/ws/chat")
async def chat(socket: WebSocket):
    await socket.accept()


def health():
    return {"ok": True}


# entry: kind=http title=GET /health
app.add_api_route("/health", health)
app.include_router(router, prefix="/api")

# a dictionary has a method of the same name
cached = cache.get("answer")


@app.exception_handler(ValueError)
async def on_value_error(_request, error):
    return str(error)
