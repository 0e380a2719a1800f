import vertexai
from google.cloud import aiplatform
from vertexai.batch_prediction import BatchPredictionJob
from vertexai.generative_models import GenerationConfig, GenerativeModel
from vertexai.language_models import ChatModel, TextEmbeddingModel, TextGenerationModel
from vertexai.preview.vision_models import ImageGenerationModel

vertexai.init(project="p", location="us-central1")

model = GenerativeModel("gemini-1.5-pro-002")
# expect: kind=chat vendor=google platform=google-vertex model=gemini-1.5-pro-002
model.generate_content("Hello", generation_config=GenerationConfig(temperature=0))

# expect: kind=chat vendor=google platform=google-vertex model=gemini-1.5-pro-002
model.start_chat().send_message("Hello again")


class Summarizer:
    def __init__(self):
        self.model = vertexai.generative_models.GenerativeModel(model_name="gemini-2.0-flash-001")

    async def summarize(self, text):
        # expect: kind=chat vendor=google platform=google-vertex model=gemini-2.0-flash-001
        reply = await self.model.generate_content_async(["Summarize:", text])
        return reply.text


def legacy(text):
    bison = TextGenerationModel.from_pretrained("text-bison@002")
    # expect: kind=completion platform=google-vertex model=text-bison@002
    bison.predict(text, temperature=0.2)
    chat = ChatModel.from_pretrained("chat-bison@001").start_chat(context="You are a pirate")
    # expect: kind=chat platform=google-vertex model=chat-bison@001
    return chat.send_message(text)


embedder = TextEmbeddingModel.from_pretrained("text-embedding-005")
# expect: kind=embedding platform=google-vertex model=text-embedding-005
vectors = [v.values for v in embedder.get_embeddings(["a", "b"])]

# expect: kind=image vendor=google platform=google-vertex
ImageGenerationModel.from_pretrained("imagen-3.0-generate-002").generate_images(prompt="A cat")

# expect: kind=batch platform=google-vertex model=gemini-1.5-flash-002
BatchPredictionJob.submit(source_model="gemini-1.5-flash-002", input_dataset="gs://a")

endpoint = aiplatform.Endpoint("projects/p/locations/l/endpoints/1")
# expect: kind=other platform=google-vertex
endpoint.predict(instances=[{"prompt": "hi"}])

remote = vertexai.agent_engines.get("projects/p/locations/l/reasoningEngines/1")
# expect: kind=agent platform=google-vertex
for event in remote.stream_query(user_id="u", message="hi"):
    print(event)
