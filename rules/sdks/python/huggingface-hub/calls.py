import os

from huggingface_hub import AsyncInferenceClient, HfApi, InferenceClient, get_inference_endpoint

client = InferenceClient("meta-llama/Llama-3.1-8B-Instruct", token=os.environ["HF_TOKEN"])

# expect: kind=chat vendor=meta platform=huggingface
client.chat_completion([{"role": "user", "content": "Hi"}], max_tokens=100)

# expect: kind=completion vendor=meta platform=huggingface
for token in client.text_generation("The capital of France is", stream=True):
    print(token)

plain = InferenceClient()
# expect: kind=chat vendor=alibaba platform=huggingface
plain.chat.completions.create(model="Qwen/Qwen2.5-72B-Instruct", messages=[])

# expect: kind=embedding platform=huggingface
plain.feature_extraction("x", model="BAAI/bge-small-en-v1.5")

# expect: kind=image vendor=black-forest-labs platform=huggingface
plain.text_to_image("A cat", model="black-forest-labs/FLUX.1-dev").save("cat.png")

# expect: kind=audio vendor=openai platform=huggingface
plain.automatic_speech_recognition("a.flac", model="openai/whisper-large-v3")

groq = InferenceClient(provider="groq", api_key=os.environ["HF_TOKEN"])
# expect: kind=chat vendor=meta platform=groq
groq.chat_completion(model="meta-llama/Llama-3.3-70B-Instruct", messages=[])


class Classifier:
    def __init__(self):
        self.client = AsyncInferenceClient(model="facebook/bart-large-mnli", timeout=30)

    async def classify(self, text, labels):
        # expect: kind=completion platform=huggingface
        return await self.client.zero_shot_classification(text, labels)


def ask_endpoint(prompt):
    endpoint = get_inference_endpoint("my-endpoint").wait()
    # expect: kind=completion platform=huggingface
    return endpoint.client.text_generation(prompt)


def ask_named(name, prompt):
    # expect: kind=completion platform=huggingface
    return HfApi().get_inference_endpoint(name).client.text_generation(prompt)


local = InferenceClient(base_url="http://localhost:11434/v1")
# expect: kind=chat vendor=meta platform=ollama
local.chat.completions.create(model="llama3.2", messages=[])
