from gen_ai_hub.orchestration.models.config import OrchestrationConfig
from gen_ai_hub.orchestration.models.llm import LLM
from gen_ai_hub.orchestration.service import OrchestrationService
from gen_ai_hub.proxy.langchain import init_llm
from gen_ai_hub.proxy.langchain.openai import ChatOpenAI
from gen_ai_hub.proxy.native.openai import OpenAI, chat

# expect: kind=chat vendor=openai platform=sap-ai-core
chat.completions.create(model_name="gpt-4o", messages=[])

# expect: kind=chat vendor=openai platform=sap-ai-core
OpenAI().chat.completions.create(model_name="gpt-4o-mini", messages=[])

# expect: kind=chat vendor=openai platform=sap-ai-core
ChatOpenAI(proxy_model_name="gpt-4o").invoke("Hi")

# expect: kind=chat vendor=google platform=sap-ai-core
init_llm("gemini-2.5-pro").invoke("Hi")

config = OrchestrationConfig(template=None, llm=LLM(name="mistralai--mistral-large-instruct"))
# expect: kind=chat platform=sap-ai-core dynamic=true
OrchestrationService(config=config).run()
