import langroid as lr


class Square(lr.ToolMessage):
    request: str = "square"
    purpose: str = "squares"
    number: int

    def handle(self) -> str:
        return str(self.number**2)


agent = lr.ChatAgent(lr.ChatAgentConfig())
agent.enable_message(Square)
agent.clear_history()
