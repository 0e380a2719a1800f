from autogen_core import MessageContext, RoutedAgent, default_subscription, message_handler


@default_subscription
class Helper(RoutedAgent):
    def __init__(self) -> None:
        super().__init__("A helper")

    # entry: kind=graph title=agent Helper.on_question
    @message_handler
    async def on_question(self, message: str, ctx: MessageContext) -> str:
        return self.think(message)

    def think(self, message: str) -> str:
        return message
