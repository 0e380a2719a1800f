from agno.agent import Agent
from agno.knowledge.embedder.cohere import CohereEmbedder
from agno.knowledge.knowledge import Knowledge
from agno.models.anthropic import Claude
from agno.models.aws import Claude as BedrockClaude
from agno.models.azure import AzureOpenAI
from agno.models.google import Gemini
from agno.models.litellm import LiteLLM
from agno.models.openai import OpenAIChat
from agno.models.openai.like import OpenAILike
from agno.models.openrouter import OpenRouter
from agno.team import Team
from agno.vectordb.pgvector import PgVector
from agno.workflow import Step, Workflow
from phi.agent import Agent as PhiAgent
from phi.model.groq import Groq

writer = Agent(name="writer", model=OpenAIChat(id="gpt-4o"))
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
writer.print_response("hi", stream=True)

# expect: kind=agent vendor=mistral platform=mistral-api model=mistral-large-latest
Agent(model="mistral:mistral-large-latest").run("hi")

# expect: kind=agent vendor=openai platform=openai-api
Agent(name="default").run("hi")

# expect: kind=agent vendor=anthropic platform=aws-bedrock
Agent(model=BedrockClaude(id="anthropic.claude-3-5-sonnet-20240620-v1:0")).run("hi")

# expect: kind=agent vendor=openai platform=azure-openai
Agent(model=AzureOpenAI(id="gpt-4o")).run("hi")

# expect: kind=agent vendor=anthropic gateway=openrouter
Agent(model=OpenRouter(id="anthropic/claude-3.5-sonnet")).run("hi")

# expect: kind=agent vendor=meta platform=groq
Agent(model=LiteLLM(id="groq/llama-3.3-70b-versatile")).run("hi")

like = OpenAILike(id="deepseek-chat", base_url="https://api.deepseek.com/v1")
# expect: kind=agent vendor=deepseek platform=deepseek-api
Agent(model=like).run("hi")

# expect: kind=agent vendor=google platform=google-vertex
Agent(model=Gemini(id="gemini-2.0-flash", vertexai=True)).run("hi")


async def ask_team(question: str) -> str:
    reader = Agent(name="reader", model=Gemini(id="gemini-2.0-flash"))
    team = Team(members=[reader, writer], model=Claude(id="claude-sonnet-4-5"))
    # expect: kind=agent vendor=anthropic,google,openai
    answer = await team.arun(question)
    return answer.content


flow = Workflow(name="news", steps=[Step(name="write", agent=writer)])
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
flow.run("news")

knowledge = Knowledge(vector_db=PgVector(table_name="t", db_url="", embedder=CohereEmbedder()))
# expect: kind=embedding vendor=cohere platform=cohere-api
knowledge.insert(path="docs")

old = PhiAgent(model=Groq(id="llama3-70b-8192"))
# expect: kind=agent vendor=meta platform=groq
old.print_response("hi")
