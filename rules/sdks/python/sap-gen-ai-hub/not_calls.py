from gen_ai_hub.orchestration.models.llm import LLM
from gen_ai_hub.proxy.core.proxy_clients import get_proxy_client

client = get_proxy_client("gen-ai-hub")
client.get_deployments()
llm = LLM(name="gpt-4o")
