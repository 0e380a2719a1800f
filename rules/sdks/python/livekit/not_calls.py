from livekit import api, rtc
from livekit.agents import Agent, AgentSession, JobContext, function_tool
from livekit.plugins import noise_cancellation, silero


@function_tool
async def weather(place: str) -> str:
    return f"It is sunny in {place}."


async def entrypoint(ctx: JobContext):
    await ctx.connect()
    session = AgentSession(vad=silero.VAD.load())
    await session.start(agent=Agent(instructions="Listen."), room=ctx.room)
    await ctx.room.local_participant.publish_data(b"x")
    await api.LiveKitAPI().room.list_rooms(api.ListRoomsRequest())
