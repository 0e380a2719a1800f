from chalice import Chalice, Rate

app = Chalice(app_name="moods")


# entry: kind=http title=POST /moods
@app.route("/moods", methods=["POST"])
def create():
    return {"mood": judge(app.current_request.json_body["text"])}


# entry: kind=schedule title=cron hourly
@app.schedule(Rate(1, unit=Rate.HOURS))
def hourly(event):
    judge("hour")


# entry: kind=event title=on_s3_event on_upload
@app.on_s3_event(bucket="texts")
def on_upload(event):
    judge(event.key)


@app.authorizer()
def check_token(request):
    return request.token == "ok"


def judge(text):
    return "fine"
