import mlflow
from mlflow.genai.agent_server import invoke
from mlflow.pyfunc import ResponsesAgent


class Support(ResponsesAgent):
    # entry: kind=http title=model Support.predict
    def predict(self, request):
        return self.think(request.input)

    # entry: kind=http title=model Support.predict_stream
    def predict_stream(self, request):
        yield self.think(request.input)

    def think(self, text):
        return text


# entry: kind=http title=agent answer
@invoke()
async def answer(request):
    return request


mlflow.models.set_model(Support())
