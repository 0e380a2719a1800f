from langchain.chat_models import ChatVertexAI as OldChatVertexAI
from langchain.llms import GooglePalm
from langchain_core.messages import HumanMessage
from langchain_google_genai import (
    ChatGoogleGenerativeAI,
    GoogleGenerativeAI,
    GoogleGenerativeAIEmbeddings,
)
from langchain_google_vertexai import ChatVertexAI, VertexAI, VertexAIEmbeddings
from langchain_google_vertexai.model_garden import ChatAnthropicVertex

gemini = ChatGoogleGenerativeAI(model="gemini-1.5-flash", google_api_key="key")
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
gemini.invoke([HumanMessage("hi")])

# expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
ChatGoogleGenerativeAI(model="gemini-2.5-pro", vertexai=True, project="p").invoke("hi")

# expect: kind=completion vendor=google platform=google-ai-studio model=gemini-pro
GoogleGenerativeAI(model="gemini-pro").invoke("hi")

embeddings = GoogleGenerativeAIEmbeddings(model="models/text-embedding-004")
# expect: kind=embedding vendor=google platform=google-ai-studio
embeddings.embed_documents(["a", "b"])


class Vertex:
    def __init__(self):
        self.chat = ChatVertexAI(model_name="gemini-1.5-pro", location="europe-west4")
        self.claude = ChatAnthropicVertex(model_name="claude-3-5-sonnet@20240620")

    async def ask(self, question):
        # expect: kind=chat vendor=google platform=google-vertex model=gemini-1.5-pro
        first = await self.chat.ainvoke(question)
        # expect: kind=chat vendor=anthropic platform=google-vertex
        second = await self.claude.ainvoke(question)
        return first, second


# expect: kind=completion vendor=google platform=google-vertex model=text-bison
VertexAI(model_name="text-bison").invoke("Once")

# expect: kind=embedding vendor=google platform=google-vertex model=text-embedding-005
VertexAIEmbeddings("text-embedding-005").embed_query("hi")

# expect: kind=chat vendor=google platform=google-vertex model=chat-bison
OldChatVertexAI(model_name="chat-bison")([HumanMessage(content="hi")])

# expect: kind=completion vendor=google platform=google-ai-studio
GooglePalm().predict("Once")
