client = Anthropic::Client.new(api_key: ENV["ANTHROPIC_API_KEY"])
client.messages.count_tokens(model: "claude-sonnet-4-5", messages: [])
client.models.list
