import faust

app = faust.App("reviews", broker="kafka://localhost")
topic = app.topic("reviews", value_type=str)


# entry: kind=event title=agent rate
@app.agent(topic)
async def rate(reviews):
    async for review in reviews:
        score(review)


# entry: kind=schedule title=timer report
@app.timer(interval=60.0)
async def report():
    score("all")


# entry: kind=http title=/scores/
@app.page("/scores/")
async def scores(web, request):
    return web.json({})


def score(review):
    return len(review)


table = app.Table("scores", default=int)
