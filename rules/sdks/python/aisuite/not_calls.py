import aisuite as ai

client = ai.Client({"ollama": {"timeout": 180}})
client.configure({"openai": {"api_key": "x"}})
