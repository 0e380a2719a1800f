import runpod
from cog import BasePredictor, Input


def handler(job):
    return describe(job["input"]["url"])


def describe(url):
    return url


class Predictor(BasePredictor):
    # entry: kind=http title=predict Predictor
    def predict(self, url: str = Input(description="address")) -> str:
        return self.clean(describe(url))

    def clean(self, text: str) -> str:
        return text.strip()


# entry: kind=http title=runpod handler
runpod.serverless.start({"handler": handler})
