from litestar import Controller, Litestar, get, post, websocket_listener
from litestar.di import Provide


async def make_model() -> str:
    return "model"


class QuizController(Controller):
    path = "/quiz"
    dependencies = {"model": Provide(make_model)}

    # entry: kind=http title=POST /questions
    @post("/questions")
    async def write_question(self, data: dict, model: str) -> dict:
        return self.shuffle({"model": model, **data})

    def shuffle(self, question: dict) -> dict:
        return question


# entry: kind=http title=GET /health
@get("/health", sync_to_thread=False)
def health() -> str:
    return "ok"


# entry: kind=http title=WS /chat
@websocket_listener("/chat")
async def chat(data: str) -> str:
    return data


def get_title(quiz: dict) -> str:
    return quiz.get("title", "")


app = Litestar(route_handlers=[QuizController, health, chat])
