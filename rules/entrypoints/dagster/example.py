import dagster as dg
from dagster import asset, job, op, schedule


def shorten(text):
    return text[:10]


# entry: kind=graph title=asset summaries
@asset(group_name="text")
def summaries(raw_texts: list[str]) -> list[str]:
    return [shorten(text) for text in raw_texts]


@op
def load() -> str:
    return "text"


@op(out=dg.Out(str))
def summarize(text: str) -> str:
    return shorten(text)


# entry: kind=graph title=job nightly_job
@job
def nightly_job():
    summarize(load())


# entry: kind=schedule title=schedule nightly
@schedule(cron_schedule="0 1 * * *", job=nightly_job)
def nightly(context):
    return dg.RunRequest()


# entry: kind=graph title=asset check not_empty
@dg.asset_check(asset=summaries)
def not_empty(summaries):
    return dg.AssetCheckResult(passed=bool(summaries))


defs = dg.Definitions(assets=[summaries], jobs=[nightly_job], schedules=[nightly])
