from langchain_groq import ChatGroq
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_nvidia_ai_endpoints import ChatNVIDIA
from langchain_ollama import ChatOllama

groq = ChatGroq(model="llama-3.3-70b-versatile")
tooled = groq.bind_tools([])
groq.get_num_tokens("hi")

ChatNVIDIA.get_available_models()
embeddings = HuggingFaceEmbeddings(model_name="BAAI/bge-small-en")


def describe(local: bool) -> str:
    """Builds a model, asks none and hands none out."""
    model = ChatOllama(model="llama3") if local else groq
    return str(model.lc_secrets)


class Mistral:
    def invoke(self, wind):
        return f"{wind} from the north-west"


Mistral().invoke("cold")
