import os

import google.generativeai as genai
from google.generativeai import GenerativeModel

genai.configure(api_key=os.environ["GOOGLE_API_KEY"])

model = genai.GenerativeModel("gemini-1.5-flash")
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
print(model.generate_content("Write a haiku").text)

chat = model.start_chat(history=[])
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
chat.send_message("And another", stream=True)

# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-pro
GenerativeModel(model_name="gemini-1.5-pro").start_chat().send_message("Hi")


class Bot:
    def __init__(self, name="gemini-pro"):
        self.model = genai.GenerativeModel(name, system_instruction="Be brief")

    async def answer(self, question):
        # expect: kind=chat vendor=google platform=google-ai-studio model=gemini-pro
        reply = await self.model.generate_content_async(question, request_options={"timeout": 20})
        return reply.text


# expect: kind=embedding vendor=google platform=google-ai-studio model=models/text-embedding-004
genai.embed_content(model="models/text-embedding-004", content="hello")

# expect: kind=embedding vendor=google platform=google-ai-studio model=models/embedding-001
genai.embed_content("models/embedding-001", "hello")

# PaLM

# expect: kind=completion platform=google-ai-studio model=models/text-bison-001
genai.generate_text(prompt="Once upon a time")
