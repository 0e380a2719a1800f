from quart import Blueprint, Quart, request, websocket

app = Quart(__name__)
chat = Blueprint("chat", __name__, url_prefix="/chat")


# entry: kind=event title=before_serving connect
@app.before_serving
async def connect():
    app.pool = None


# entry: kind=http title=POST /chat/messages
@chat.route("/messages", methods=["POST"])
async def post_message():
    body = await request.get_json()
    app.add_background_task(store, body)
    return await reply(body["text"])


# entry: kind=http title=WS /chat/live
@chat.websocket("/live")
async def live():
    await websocket.send("hello")


async def reply(text):
    return text


async def store(body):
    print(body)


@app.errorhandler(404)
async def missing(error):
    return "gone", 404


app.register_blueprint(chat)
