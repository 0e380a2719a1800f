from deepinfra import AutomaticSpeechRecognition, Embeddings, TextGeneration, TextToImage

model = TextGeneration("meta-llama/Meta-Llama-3-8B-Instruct", "token")
# expect: kind=completion vendor=meta platform=deepinfra
model.generate({"input": "Once", "max_new_tokens": 20})

# expect: kind=embedding platform=deepinfra
Embeddings(endpoint="BAAI/bge-base-en-v1.5").generate({"inputs": ["x"]})


class Studio:
    def __init__(self):
        self.painter = TextToImage("stability-ai/sdxl")
        self.ears = AutomaticSpeechRecognition("openai/whisper-large")

    def draw(self, prompt):
        # expect: kind=image vendor=stability platform=deepinfra
        return self.painter.generate({"prompt": prompt})

    def hear(self, audio):
        # expect: kind=audio vendor=openai platform=deepinfra
        return self.ears.generate({"audio": audio})


def complete(prompt, name="mistralai/Mistral-7B-Instruct-v0.3"):
    # expect: kind=completion vendor=mistral platform=deepinfra
    return TextGeneration(endpoint=name, auth_token="token").generate({"input": prompt})
