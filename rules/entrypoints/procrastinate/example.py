import procrastinate

app = procrastinate.App(connector=procrastinate.PsycopgConnector())


# entry: kind=task title=task extract
@app.task(queue="documents", retry=3)
async def extract(document_id: int) -> None:
    read(document_id)


# entry: kind=task title=task nightly
@app.periodic(cron="0 2 * * *")
@app.task(name="nightly", pass_context=True)
def every_night(context, timestamp: int) -> None:
    read(timestamp)


def read(number: int) -> str:
    return str(number)


async def upload(document_id: int) -> None:
    await extract.defer_async(document_id=document_id)
