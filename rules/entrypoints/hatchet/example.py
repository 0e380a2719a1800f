from hatchet_sdk import Context, EmptyModel, Hatchet

hatchet = Hatchet(debug=True)
digest = hatchet.workflow(name="digest")


# entry: kind=task title=task caption
@hatchet.task(name="caption", retries=2)
async def make_caption(input: EmptyModel, ctx: Context) -> dict:
    return {"text": describe("x")}


# entry: kind=graph title=workflow task collect
@digest.task()
def collect(input: EmptyModel, ctx: Context) -> dict:
    return {"text": describe("y")}


def describe(thing: str) -> str:
    return thing


def main() -> None:
    worker = hatchet.worker("worker", workflows=[digest, make_caption])
    worker.start()
