from chatlas import ChatOpenAI, Turn

chat = ChatOpenAI(model="gpt-4o")
chat.set_turns([Turn("user", "hi")])
chat.register_tool(print)
chat.get_turns()
