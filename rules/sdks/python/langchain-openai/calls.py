import os

from langchain.chat_models import ChatOpenAI as OldChatOpenAI
from langchain.embeddings.openai import OpenAIEmbeddings as OldEmbeddings
from langchain.llms import OpenAI as OldOpenAI
from langchain_community.chat_models import ChatOpenAI as CommunityChatOpenAI
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import AzureChatOpenAI, ChatOpenAI, OpenAI, OpenAIEmbeddings
from pydantic import BaseModel

llm = ChatOpenAI(model="gpt-4o", temperature=0, max_retries=3)

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
reply = llm.invoke([SystemMessage("Be brief."), HumanMessage("hi")])

prompt = ChatPromptTemplate.from_template("Tell me a joke about {topic}")
chain = prompt | llm | StrOutputParser()
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
print(chain.invoke({"topic": "bears"}))

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
for chunk in chain.stream({"topic": "cats"}):
    print(chunk)


class Joke(BaseModel):
    setup: str
    punchline: str


class JokeMaker:
    def __init__(self, model_name="gpt-4o-mini"):
        self.llm = ChatOpenAI(model_name=model_name)
        self.structured = self.llm.with_structured_output(Joke).with_retry(stop_after_attempt=2)

    async def make(self, topic):
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        return await self.structured.ainvoke(f"A joke about {topic}")

    def call_tools(self, tools, question):
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        return self.llm.bind_tools(tools).invoke(question)


# another server behind the same class
deepseek = ChatOpenAI(
    model="deepseek-chat", base_url="https://api.deepseek.com/v1", api_key=os.environ["DS_KEY"]
)
# expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
deepseek.invoke("hi")

router = ChatOpenAI(
    model_name="anthropic/claude-3.5-sonnet", openai_api_base="https://openrouter.ai/api/v1"
)
# expect: kind=chat vendor=anthropic gateway=openrouter
router.invoke("hi")

azure = AzureChatOpenAI(azure_deployment="gpt-4o", api_version="2024-06-01")
# expect: kind=chat vendor=openai platform=azure-openai
azure.batch(["hi", "there"])

# expect: kind=completion vendor=openai platform=openai-api model=gpt-3.5-turbo-instruct
OpenAI().invoke("Once upon a time")

embeddings = OpenAIEmbeddings(model="text-embedding-3-large")
# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-large
vector = embeddings.embed_query("hi")

# the 0.0.x ways
chat = OldChatOpenAI(temperature=0)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
chat([HumanMessage(content="hi")])
# expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
chat.predict("hi")

davinci = OldOpenAI(model_name="text-davinci-003")
# expect: kind=completion vendor=openai platform=openai-api model=text-davinci-003
davinci("Once upon a time")

# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-ada-002
OldEmbeddings().embed_documents(["a", "b"])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4
CommunityChatOpenAI(model="gpt-4").generate([[HumanMessage(content="hi")]])
