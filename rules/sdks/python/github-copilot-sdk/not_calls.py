"""session.send_and_wait("Hi") as words."""

from copilot import CopilotClient


async def look_around():
    client = CopilotClient()
    await client.start()
    await client.list_models()
    await client.ping("hello")
    session = await client.create_session(model="gpt-5")
    await session.get_events()
    await session.disconnect()


class Pilot:
    def send(self, message):
        return message


Pilot().send("mayday")
