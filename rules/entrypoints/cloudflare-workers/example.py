from workers import Response, WorkerEntrypoint


class Default(WorkerEntrypoint):
    # entry: kind=http title=worker Default.fetch
    async def fetch(self, request):
        return Response(self.answer(await request.text()))

    def answer(self, text):
        return text


# entry: kind=http title=worker example
async def on_fetch(request, env):
    return Response("ok")


async def fetch(url):
    return url
