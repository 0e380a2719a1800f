import azure.durable_functions as df
import azure.functions as func

app = df.DFApp(http_auth_level=func.AuthLevel.ANONYMOUS)


# entry: kind=http title=POST answers
@app.route(route="answers", methods=["POST"])
def answers(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(think(req.get_body().decode()))


# entry: kind=schedule title=cron nightly
@app.timer_trigger(schedule="0 0 3 * * *", arg_name="timer")
def nightly(timer: func.TimerRequest) -> None:
    think("night")


# entry: kind=event title=function on_mail
@app.queue_trigger(arg_name="message", queue_name="mails", connection="STORAGE")
@app.queue_output(arg_name="out", queue_name="labels", connection="STORAGE")
def on_mail(message: func.QueueMessage, out: func.Out[str]) -> None:
    out.set(think(message.get_body().decode()))


# entry: kind=graph title=orchestration digest
@app.orchestration_trigger(context_name="context")
def digest(context: df.DurableOrchestrationContext):
    return (yield context.call_activity(summarize, "text"))


# entry: kind=task title=activity summarize
@app.activity_trigger(input_name="text")
def summarize(text: str) -> str:
    return think(text)


def think(text: str) -> str:
    return text
