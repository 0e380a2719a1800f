import modal

app = modal.App("captions", image=modal.Image.debian_slim().pip_install("pillow"))


# entry: kind=task title=modal caption
@app.function(gpu="any", schedule=modal.Period(days=1))
def caption(url: str) -> str:
    return describe(url)


@app.cls(gpu="any")
class Captioner:
    # entry: kind=task title=modal Captioner.load
    @modal.enter()
    def load(self):
        self.model = describe("model")

    # entry: kind=task title=modal Captioner.batch
    @modal.method()
    def batch(self, urls: list[str]) -> list[str]:
        return [self.one(url) for url in urls]

    def one(self, url: str) -> str:
        return describe(url)


# entry: kind=cli title=modal run main
@app.local_entrypoint()
def main(url: str = "x"):
    print(caption.remote(url))


# entry: kind=task title=modal caption_api
# entry: kind=http title=modal endpoint caption-api
@app.function()
@modal.fastapi_endpoint(method="POST", label="caption-api")
def caption_api(url: str) -> str:
    return describe(url)


def describe(url: str) -> str:
    return url
