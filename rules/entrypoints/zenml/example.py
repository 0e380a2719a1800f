from zenml import pipeline, step


@step
def load() -> str:
    return "text"


@step
def summarize(text: str) -> str:
    return text[:10]


# entry: kind=graph title=pipeline digest
@pipeline(name="digest", enable_cache=False)
def digest_pipeline():
    summarize(load())
