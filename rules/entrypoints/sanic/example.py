from sanic import Blueprint, Sanic
from sanic.response import json
from sanic.views import HTTPMethodView

app = Sanic("newsroom")
bp = Blueprint("articles", url_prefix="/articles")


# entry: kind=http title=POST /articles/<slug:str>/title
@bp.post("/<slug:str>/title")
async def make_title(request, slug):
    return json({"title": headline(request.json["text"])})


# entry: kind=event title=before_server_start load_model
@app.before_server_start
async def load_model(app, loop):
    app.ctx.model = "model"


# entry: kind=event title=on after_server_stop
@app.listener("after_server_stop")
async def unload(app, loop):
    app.ctx.model = None


class Drafts(HTTPMethodView):
    # entry: kind=http title=GET Drafts
    async def get(self, request):
        return json([])


async def health(request):
    return json({"ok": True})


def headline(text):
    return text.title()


# entry: kind=http title=GET /health
app.add_route(health, "/health")
app.add_route(Drafts.as_view(), "/drafts")
app.blueprint(bp)


@app.exception(KeyError)
async def on_missing(request, error):
    return json({"missing": str(error)}, status=400)
