module Official
  def self.ask(question, model: "gpt-4o")
    client = OpenAI::Client.new(api_key: ENV["OPENAI_API_KEY"])
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    client.chat.completions.create(model:, messages: [{ role: :user, content: question }])
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-5-mini
    client.responses.create(model: :"gpt-5-mini", input: question)
  end
end
