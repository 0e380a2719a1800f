from sambanova import AsyncSambaNova, SambaNova

client = SambaNova()

# expect: kind=chat vendor=meta platform=sambanova model=Meta-Llama-3.3-70B-Instruct
client.chat.completions.create(model="Meta-Llama-3.3-70B-Instruct", messages=[])

# expect: kind=chat vendor=openai platform=sambanova model=gpt-oss-120b
client.responses.create(model="gpt-oss-120b", input="Hi")

# expect: kind=embedding platform=sambanova model=E5-Mistral-7B-Instruct
client.embeddings.create(model="E5-Mistral-7B-Instruct", input="x")

# expect: kind=audio vendor=openai platform=sambanova
client.audio.transcriptions.create(model="Whisper-Large-v3", file=open("a.mp3", "rb"))


async def stream(messages):
    async with AsyncSambaNova(timeout=30) as samba:
        # expect: kind=chat vendor=deepseek platform=sambanova model=DeepSeek-R1
        reply = await samba.chat.completions.create(model="DeepSeek-R1", messages=messages)
        return reply.choices[0]
