"""genai.GenerativeModel("gemini-pro").generate_content(...) is described, not called."""

import google.generativeai as genai

for entry in genai.list_models():
    print(entry.name)
genai.get_model("models/gemini-pro")
genai.upload_file("a.pdf")
genai.create_tuned_model(source_model="models/gemini-1.0-pro-001", training_data=[])

model = genai.GenerativeModel("gemini-1.5-flash")
model.count_tokens("how many?")
chat = model.start_chat()
chat.rewind()


class Page:
    def generate_content(self, text):
        return text


Page().generate_content("a web page")
HELP = "genai.embed_content(model='models/embedding-001')"
