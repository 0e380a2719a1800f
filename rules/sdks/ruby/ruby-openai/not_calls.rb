client = OpenAI::Client.new
client.models.list
client.files.upload(parameters: { file: "a.jsonl", purpose: "fine-tune" })
client.threads.create

module Phone
  class Client
    def chat(parameters:)
      parameters
    end
  end
end

Phone::Client.new.chat(parameters: { model: "gpt-4o" })
