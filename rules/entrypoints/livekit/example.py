from livekit.agents import Agent, AgentServer, JobContext, WorkerOptions, cli

server = AgentServer()


class Assistant(Agent):
    def __init__(self) -> None:
        super().__init__(instructions="Be kind.")

    # entry: kind=event title=voice agent Assistant.on_enter
    async def on_enter(self) -> None:
        self.session.generate_reply(instructions=self.greeting())

    def greeting(self) -> str:
        return "hello"


# entry: kind=event title=voice session talk
@server.rtc_session(agent_name="talk")
async def talk(ctx: JobContext) -> None:
    await ctx.connect()


async def old_talk(ctx: JobContext) -> None:
    await ctx.connect()


def start() -> None:
    # entry: kind=event title=voice session old_talk
    cli.run_app(WorkerOptions(entrypoint_fnc=old_talk))
