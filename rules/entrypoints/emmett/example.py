from emmett import App, request
from emmett.tools import service

app = App(__name__)


# entry: kind=http title=post /grammar
@app.route("/grammar", methods="post")
@service.json
async def grammar():
    return {"text": correct(await request.body_params)}


# entry: kind=cli title=command warm
@app.command("warm")
def warm():
    correct("")


def correct(text):
    return text
