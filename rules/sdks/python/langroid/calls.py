import langroid as lr
import langroid.language_models as lm
from langroid.agent.special.doc_chat_agent import DocChatAgent, DocChatAgentConfig

llm = lm.OpenAIGPT(lm.OpenAIGPTConfig(chat_model="gpt-4o-mini"))
# expect: kind=chat vendor=openai model=gpt-4o-mini
llm.chat("hi")

agent = lr.ChatAgent(lr.ChatAgentConfig(llm=lm.OpenAIGPTConfig(chat_model="ollama/mistral")))
# expect: kind=agent vendor=mistral platform=ollama
agent.llm_response("hi")

writer = lr.ChatAgent(lr.ChatAgentConfig())
task = lr.Task(agent, name="main")
task.add_sub_task(lr.Task(writer, name="writer"))
# expect: kind=agent vendor=mistral,openai
task.run("hi")

docs = DocChatAgent(DocChatAgentConfig(llm=lm.OpenAIGPTConfig(chat_model="gemini/gemini-2.0-flash")))
# expect: kind=agent vendor=google platform=google-ai-studio
docs.answer_from_docs("what?")
