from any_llm import AnyLLM, list_models

list_models("openai")
AnyLLM.get_supported_providers()
client = AnyLLM.create("openai")
client.list_models()
