llm = Langchain::LLM::OpenAI.new(
  api_key: ENV["OPENAI_API_KEY"],
  default_options: { temperature: 0.7, chat_model: "gpt-4o" }
)
# expect: kind=chat vendor=openai platform=openai-api
llm.chat(messages: [{ role: "user", content: "Hello" }])

claude = Langchain::LLM::Anthropic.new(api_key: ENV["ANTHROPIC_API_KEY"])
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
claude.chat(messages: [], model: "claude-sonnet-4-5")

# expect: kind=embedding vendor=openai platform=openai-api
llm.embed(text: "hello")

assistant = Langchain::Assistant.new(llm: claude, instructions: "Be brief.")
# expect: kind=agent vendor=anthropic platform=anthropic-api
assistant.add_message_and_run!(content: "Hello")
