import ray
from ray import serve


# entry: kind=task title=ray embed
@ray.remote
def embed(text):
    return encode(text)


# entry: kind=http title=serve answer
@serve.deployment(num_replicas=2)
async def answer(request):
    return encode(await request.body())


def encode(text):
    return [len(text)]


def run(texts):
    ray.init()
    return ray.get([embed.remote(text) for text in texts])


app = answer.bind()
