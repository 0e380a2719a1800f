import socketio
import websockets

sio = socketio.AsyncServer(async_mode="asgi")


# entry: kind=http title=socket connect
@sio.event
async def connect(sid, environ):
    print("hello", sid)


# entry: kind=http title=socket question
@sio.on("question")
async def on_question(sid, data):
    sio.start_background_task(answer, sid, data)


class Rooms(socketio.AsyncNamespace):
    # entry: kind=http title=socket Rooms.on_join
    async def on_join(self, sid, room):
        await self.enter_room(sid, room)

    def greet(self, sid):
        return sid


async def answer(sid, data):
    await sio.emit("answer", data, to=sid)


async def echo(connection):
    async for message in connection:
        await connection.send(message)


async def serve():
    # entry: kind=http title=WS echo
    async with websockets.serve(echo, "localhost", 8765):
        pass


sio.register_namespace(Rooms("/rooms"))
