from robyn import Robyn, SubRouter

app = Robyn(__file__)
names = SubRouter(__file__, prefix="/names")


# entry: kind=http title=POST /names/ideas
@names.post("/ideas")
async def ideas(request):
    return {"names": brainstorm(request.json()["topic"])}


# entry: kind=http title=WS /live
@app.websocket("/live")
async def live(websocket):
    await websocket.send_text("hi")


# entry: kind=event title=startup_handler prepare
@app.startup_handler
async def prepare():
    brainstorm("warm-up")


def brainstorm(topic):
    return [topic]


@app.exception
def on_error(error):
    return str(error)


app.include_router(names)
