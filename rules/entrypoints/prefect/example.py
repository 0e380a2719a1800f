from prefect import flow, get_run_logger, task


@task(retries=3)
def summarize(text: str) -> str:
    return text[:10]


# entry: kind=graph title=flow weekly-report
@flow(name="weekly-report", log_prints=True)
def report(week: int = 1) -> list[str]:
    get_run_logger().info("week %s", week)
    parts = summarize.map(["a", "b"])
    last = summarize.submit("c")
    return [part.result() for part in [*parts, last]]


# entry: kind=graph title=flow adhoc
@flow
async def adhoc(text: str) -> str:
    return summarize(text)


def deploy() -> None:
    report.serve(name="weekly", cron="0 6 * * 1")
