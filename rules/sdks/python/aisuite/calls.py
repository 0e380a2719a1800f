import aisuite as ai

client = ai.Client()
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-20240620
client.chat.completions.create(model="anthropic:claude-3-5-sonnet-20240620", messages=[])

for name in ("openai:gpt-4o", "groq:llama-3.3-70b-versatile"):
    # expect: kind=chat vendor=meta,openai platform=groq,openai-api
    client.chat.completions.create(model=name, messages=[])
