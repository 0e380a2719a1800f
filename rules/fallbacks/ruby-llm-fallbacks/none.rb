def ask(question)
  # expect: verdict=none
  RubyLLM.chat(model: "gpt-4.1").with_fallbacks(nil).ask(question)
end

def other(question)
  chat = RubyLLM.chat(model: "gpt-4.1")
  # expect: verdict=none
  chat.ask(question)
  chat.with_model("claude-haiku-4-5")
end
