from a2a.server.agent_execution import AgentExecutor, RequestContext
from a2a.server.events import EventQueue


class Helper(AgentExecutor):
    # entry: kind=http title=A2A Helper
    async def execute(self, context: RequestContext, event_queue: EventQueue) -> None:
        await event_queue.enqueue_event(self.answer(context.get_user_input()))

    async def cancel(self, context: RequestContext, event_queue: EventQueue) -> None:
        raise NotImplementedError

    def answer(self, text: str) -> str:
        return text


class Planner:
    async def execute(self, plan: str) -> str:
        return plan
