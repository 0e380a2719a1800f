from blacksheep import Application, get, post
from blacksheep.server.controllers import Controller

app = Application()


# entry: kind=http title=GET /
@get("/")
async def home():
    return "hello"


# entry: kind=http title=POST /api/replies
@app.router.post("/api/replies")
async def reply(request):
    return draft(await request.text())


class Drafts(Controller):
    # entry: kind=http title=POST /drafts
    @post("/drafts")
    async def create(self):
        return self.store(draft("x"))

    def store(self, text):
        return text


def draft(text):
    return text


@app.exception_handler(404)
async def missing(self, request, error):
    return None
