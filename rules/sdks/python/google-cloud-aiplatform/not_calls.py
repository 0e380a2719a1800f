"""GenerativeModel("gemini-1.5-pro").generate_content(...) would be a call; this file has none."""

import vertexai
from google.cloud import aiplatform
from sklearn.linear_model import LinearRegression
from vertexai.generative_models import GenerativeModel

vertexai.init(project="p", location="us-central1")
aiplatform.init(project="p")

model = GenerativeModel("gemini-1.5-pro")
model.count_tokens("how many?")
chat = model.start_chat()

aiplatform.Endpoint.list()
aiplatform.Model.upload(display_name="m", artifact_uri="gs://a")

# Not every predict() is a request.
regression = LinearRegression()
regression.fit([[0], [1]], [0, 1])
regression.predict([[2]])


class TextGenerationModel:
    @classmethod
    def from_pretrained(cls, name):
        return cls()

    def predict(self, text):
        return text


TextGenerationModel.from_pretrained("text-bison@002").predict("local")
