from langchain_community.vectorstores import FAISS
from langchain_community.vectorstores.utils import DistanceStrategy, filter_complex_metadata
from langchain_openai import OpenAIEmbeddings
from sklearn.neighbors import NearestNeighbors

store = FAISS.load_local("index", OpenAIEmbeddings())

# vectors that exist already are not embedded again
store.similarity_search_by_vector([0.1, 0.2])
store.save_local("index")
store.delete(["id"])
store.merge_from(store)
retriever = store.as_retriever()
documents = filter_complex_metadata([])
strategy = DistanceStrategy.COSINE


class Catalogue:
    def similarity_search(self, words):
        return sorted(words)


Catalogue().similarity_search(["a"])
NearestNeighbors().fit([[0.1]])
