def ask(question)
  # expect: verdict=same-vendor
  RubyLLM.chat(model: "gpt-4.1").with_fallbacks("gpt-4.1-mini").ask(question)
end
