from langchain.indexes import VectorstoreIndexCreator
from langchain.vectorstores import Chroma as OldChroma
from langchain_chroma import Chroma
from langchain_community.vectorstores import FAISS, Qdrant
from langchain_core.vectorstores import InMemoryVectorStore, VectorStore
from langchain_mistralai import MistralAIEmbeddings
from langchain_openai import OpenAIEmbeddings
from langchain_pinecone import PineconeVectorStore
from langchain_postgres import PGVector

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")

# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
store = FAISS.from_documents([], embeddings)
# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
store.similarity_search("why", k=4)
# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
store.as_retriever(search_kwargs={"k": 2}).invoke("why")

saved = FAISS.load_local("index", embeddings, allow_dangerous_deserialization=True)
# expect: kind=embedding vendor=openai
saved.similarity_search_with_score("why")

chroma = Chroma(collection_name="docs", embedding_function=embeddings)
# expect: kind=embedding vendor=openai
chroma.add_documents([])
# expect: kind=embedding vendor=openai
OldChroma.from_texts(["a"], embedding=OpenAIEmbeddings())

# expect: kind=embedding vendor=mistral platform=mistral-api model=mistral-embed
Qdrant.from_documents([], MistralAIEmbeddings(), location=":memory:")


class Library:
    def __init__(self, index):
        self.store = PineconeVectorStore(index=index, embedding=MistralAIEmbeddings())
        self.retriever = self.store.as_retriever()

    async def add(self, texts):
        # expect: kind=embedding vendor=mistral
        await self.store.aadd_texts(texts)

    async def find(self, question):
        # expect: kind=embedding vendor=mistral
        return await self.retriever.ainvoke(question)

    def old_find(self, question):
        # expect: kind=embedding vendor=mistral
        return self.retriever.get_relevant_documents(question)


memory = InMemoryVectorStore(embeddings)
# expect: kind=embedding vendor=openai
memory.max_marginal_relevance_search("why")

# expect: kind=embedding vendor=openai
PGVector(embeddings=embeddings, connection="postgresql://").similarity_search("why")


# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-ada-002
index = VectorstoreIndexCreator().from_loaders([])


def search(anywhere: VectorStore, question: str):
    # expect: kind=embedding dynamic=true
    return anywhere.similarity_search(question)
