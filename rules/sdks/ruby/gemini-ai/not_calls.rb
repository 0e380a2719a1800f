client = Gemini.new(credentials: { service: "generative-language-api" }, options: { model: "gemini-2.5-flash" })
client.models
client.count_tokens({ contents: [] })
