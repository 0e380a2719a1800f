class Asker
  MODEL = "gpt-4o-mini"

  def initialize
    @client = OpenAI::Client.new(access_token: ENV.fetch("OPENAI_API_KEY"))
  end

  def ask(question)
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
    answer = @client.chat(
      parameters: { model: MODEL, messages: [{ role: "user", content: "Please: #{question}" }] }
    )
    answer.dig("choices", 0, "message", "content")
  end

  def vectors(texts)
    # expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    texts.map { |text| @client.embeddings(parameters: { model: "text-embedding-3-small", input: text }) }
  end

  def picture
    # expect: kind=image vendor=openai platform=openai-api model=gpt-image-1
    client.images.generate(parameters: { model: "gpt-image-1", prompt: "a cat" })
  end

  private

  def client
    @other ||= OpenAI::Client.new
  end
end

module Elsewhere
  def self.ask(question)
    groq = OpenAI::Client.new(uri_base: "https://api.groq.com/openai", access_token: ENV["GROQ_API_KEY"])
    # expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
    groq.chat(parameters: { model: "llama-3.3-70b-versatile", messages: [question] })
    azure = OpenAI::Client.new(api_type: :azure, uri_base: "https://shop.openai.azure.com/openai/deployments/gpt-4o")
    # expect: kind=chat platform=azure-openai
    azure.chat(parameters: { messages: [question] })
  end
end
