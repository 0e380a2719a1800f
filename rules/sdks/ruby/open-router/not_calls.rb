client = OpenRouter::Client.new
client.models
client.query_generation_stats("a")
