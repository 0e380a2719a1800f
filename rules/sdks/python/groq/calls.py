import os

from groq import AsyncGroq, Groq

client = Groq(api_key=os.environ.get("GROQ_API_KEY"))

# expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
client.chat.completions.create(model="llama-3.3-70b-versatile", messages=[])

# expect: kind=chat vendor=openai platform=groq model=openai/gpt-oss-120b
client.chat.completions.with_raw_response.create(model="openai/gpt-oss-120b", messages=[])

# expect: kind=batch platform=groq
client.batches.create(input_file_id="f", endpoint="/v1/chat/completions", completion_window="24h")


class Transcriber:
    def __init__(self, client: Groq):
        self.client = client

    def transcribe(self, file):
        # expect: kind=audio vendor=openai platform=groq model=whisper-large-v3
        return self.client.audio.transcriptions.create(model="whisper-large-v3", file=file).text


Transcriber(client).transcribe(b"")


async def stream(question, model="llama3-8b-8192"):
    groq = AsyncGroq(timeout=10)
    # expect: kind=chat vendor=meta platform=groq model=llama3-8b-8192
    stream = await groq.chat.completions.create(
        model=model, messages=[{"role": "user", "content": question}], stream=True
    )
    async for part in stream:
        yield part


# expect: kind=chat vendor=alibaba platform=groq model=qwen-qwq-32b
client.with_options(max_retries=5).chat.completions.create(model="qwen-qwq-32b", messages=[])
