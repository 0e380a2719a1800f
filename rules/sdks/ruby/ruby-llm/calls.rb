class Asker
  def ask(question)
    chat = RubyLLM.chat(model: "claude-sonnet-4-5")
    # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    chat.with_instructions("Be brief.").ask(question).content
  end

  def elsewhere(question)
    # expect: kind=chat vendor=anthropic platform=aws-bedrock model=claude-3-5-haiku
    RubyLLM.chat(model: "claude-3-5-haiku", provider: :bedrock).ask(question) do |part|
      print part.content
    end
    # expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
    RubyLLM.chat.with_model("gemini-2.5-flash").with_temperature(0.2).ask(question)
  end

  def others(text)
    # expect: kind=embedding vendor=openai model=text-embedding-3-large
    RubyLLM.embed(text, model: "text-embedding-3-large")
    # expect: kind=image vendor=openai model=gpt-image-1.5
    RubyLLM.paint("a cat")
  end
end
