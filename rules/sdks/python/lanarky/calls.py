from lanarky.responses import StreamingResponse
from langchain import LLMChain
from langchain.chat_models import ChatOpenAI


def answer(prompt):
    chain = LLMChain(llm=ChatOpenAI(model_name="gpt-4o"), prompt=prompt)
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    return StreamingResponse.from_chain(chain, {"question": "hi"}, media_type="text/event-stream")
