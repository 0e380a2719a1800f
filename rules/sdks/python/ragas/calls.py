from datasets import Dataset
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from openai import OpenAI
from ragas import evaluate
from ragas.embeddings import LangchainEmbeddingsWrapper
from ragas.llms import LangchainLLMWrapper, llm_factory
from ragas.metrics import Faithfulness, answer_relevancy
from ragas.testset import TestsetGenerator

judge = LangchainLLMWrapper(ChatAnthropic(model="claude-3-5-sonnet-latest"))
vectors = LangchainEmbeddingsWrapper(OpenAIEmbeddings(model="text-embedding-3-small"))
rows = Dataset.from_dict({})
# expect: kind=chat vendor=openai platform=openai-api
evaluate(rows, metrics=[answer_relevancy])
# expect: kind=chat vendor=anthropic platform=anthropic-api
evaluate(rows, metrics=[answer_relevancy], llm=judge)


async def score(sample: object) -> float:
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await Faithfulness(llm=judge).single_turn_ascore(sample)


generator = TestsetGenerator(llm=judge, embedding_model=vectors)
# expect: kind=chat vendor=anthropic,openai
generator.generate_with_langchain_docs([], testset_size=10)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
llm_factory("gpt-4o", client=OpenAI()).generate("hi", dict)
TestsetGenerator.from_langchain(
    ChatOpenAI(model="gpt-4o"), OpenAIEmbeddings()
)
