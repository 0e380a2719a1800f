from ibm_watsonx_ai import Credentials
from ibm_watsonx_ai.foundation_models import Embeddings, ModelInference, Rerank
from ibm_watsonx_ai.gateway import Gateway

credentials = Credentials(url="https://us-south.ml.cloud.ibm.com", api_key="key")

model = ModelInference(model_id="ibm/granite-3-8b-instruct", credentials=credentials)
# expect: kind=chat vendor=ibm platform=ibm-watsonx model=ibm/granite-3-8b-instruct
model.chat(messages=[{"role": "user", "content": "Hi"}])

# expect: kind=completion vendor=ibm platform=ibm-watsonx model=ibm/granite-3-8b-instruct
for text in model.generate_text_stream(prompt="Once"):
    print(text)


class Llama:
    def __init__(self, project):
        self.model = ModelInference("meta-llama/llama-3-3-70b-instruct", project_id=project)

    async def ask(self, messages):
        # expect: kind=chat vendor=meta platform=ibm-watsonx
        return await self.model.achat(messages=messages)


embeddings = Embeddings(model_id="ibm/slate-125m-english-rtrvr", credentials=credentials)
# expect: kind=embedding vendor=ibm platform=ibm-watsonx model=ibm/slate-125m-english-rtrvr
embeddings.embed_documents(texts=["x"])

# expect: kind=rerank platform=ibm-watsonx model=cross-encoder/ms-marco-minilm-l-12-v2
Rerank("cross-encoder/ms-marco-minilm-l-12-v2").generate(query="q", inputs=["a"])

# expect: kind=chat vendor=openai platform=ibm-watsonx model=gpt-4o
Gateway(credentials=credentials).chat.completions.create("gpt-4o", [])
