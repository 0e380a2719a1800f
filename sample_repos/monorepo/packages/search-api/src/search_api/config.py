"""Which providers of llmkit this service uses."""

EMBEDDING_PROVIDER = "openai"
CHAT_PROVIDER = "openai"

PASSAGES_PER_ANSWER = 4
