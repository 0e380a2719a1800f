client = OpenAI::Client.new(api_key: ENV["OPENAI_API_KEY"])
client.models.list
client.files.create(file: "a.jsonl", purpose: "fine-tune")
client.chat.completions.retrieve("a")
