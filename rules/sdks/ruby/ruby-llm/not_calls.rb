RubyLLM.models.refresh!
chat = RubyLLM.chat(model: "gpt-4o")
chat.add_message(role: :user, content: "Hello")
chat.with_tool(Weather).messages.each { |message| puts message.content }
