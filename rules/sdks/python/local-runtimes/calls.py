import mlx_lm
import torch
from diffusers import StableDiffusionXLPipeline
from faster_whisper import WhisperModel
from llama_cpp import Llama
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline
from vllm import LLM, AsyncEngineArgs, AsyncLLMEngine, SamplingParams

llm = LLM(model="meta-llama/Llama-3.1-8B-Instruct", tensor_parallel_size=2)
# expect: kind=completion vendor=meta platform=vllm
outputs = llm.generate(["Once"], SamplingParams(temperature=0))

# expect: kind=chat vendor=meta platform=vllm
llm.chat([{"role": "user", "content": "Hi"}])


class Server:
    def __init__(self):
        arguments = AsyncEngineArgs(model="Qwen/Qwen2.5-7B-Instruct")
        self.engine = AsyncLLMEngine.from_engine_args(arguments)

    async def stream(self, prompt, request_id):
        # expect: kind=completion vendor=alibaba platform=vllm
        async for output in self.engine.generate(prompt, SamplingParams(), request_id):
            yield output


llama = Llama(model_path="models/mistral-7b-instruct-v0.2.Q4_K_M.gguf", n_ctx=4096)
# expect: kind=chat vendor=mistral platform=llama-cpp
llama.create_chat_completion(messages=[])

# expect: kind=completion vendor=mistral platform=llama-cpp
llama("Once", max_tokens=20)

generator = pipeline("text-generation", model="mistralai/Mistral-7B-Instruct-v0.3")
# expect: kind=completion vendor=mistral platform=local-server
generator("Once upon a time", max_new_tokens=50)

# expect: kind=audio vendor=openai platform=local-server
pipeline("automatic-speech-recognition", model="openai/whisper-small")("a.wav")


def generate(prompt, name="google/gemma-2-2b-it"):
    tokenizer = AutoTokenizer.from_pretrained(name)
    model = AutoModelForCausalLM.from_pretrained(name, torch_dtype=torch.bfloat16).to("cuda")
    # expect: kind=completion vendor=google platform=local-server
    tokens = model.generate(**tokenizer(prompt, return_tensors="pt"), max_new_tokens=50)
    return tokenizer.decode(tokens[0])


# expect: kind=embedding vendor=baai platform=local-server
SentenceTransformer("BAAI/bge-small-en-v1.5").encode(["x"])

# expect: kind=rerank vendor=baai platform=local-server
CrossEncoder("BAAI/bge-reranker-base").predict([("q", "a")])

model, tokenizer = mlx_lm.load("mlx-community/Llama-3.2-3B-Instruct-4bit")
# expect: kind=completion platform=local-server
mlx_lm.generate(model, tokenizer, prompt="Once")

# expect: kind=audio platform=local-server
WhisperModel("large-v3", device="cuda").transcribe("a.mp3")

painter = StableDiffusionXLPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda")
# expect: kind=image vendor=stability platform=local-server
image = painter(prompt="A cat").images[0]


def decoded(whisper_model, mel):
    import whisper

    model = whisper.load_model("base")
    # expect: kind=audio platform=local-server
    whisper.decode(model, mel, whisper.DecodingOptions(fp16=False))
