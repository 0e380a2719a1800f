def ask(question)
  chat = RubyLLM.chat(model: "gpt-4.1").with_fallbacks("claude-haiku-4-5")
  # expect: verdict=cross-vendor
  chat.ask(question)
end
