class Older
  def ask(text)
    client = Anthropic::Client.new(access_token: ENV["ANTHROPIC_API_KEY"])
    # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
    client.messages(parameters: { model: "claude-3-haiku-20240307", messages: [text] })
  end
end
