client = OpenRouter::Client.new(access_token: ENV["OPENROUTER_API_KEY"])
# expect: kind=chat vendor=mistral gateway=openrouter
client.complete([{ role: "user", content: "hi!" }], model: "mistralai/mixtral-8x7b-instruct")
