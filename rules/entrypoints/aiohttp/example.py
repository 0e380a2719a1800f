import aiohttp
from aiohttp import web

routes = web.RouteTableDef()


# entry: kind=http title=POST /captions
@routes.post("/captions")
async def caption(request: web.Request) -> web.Response:
    image = await request.read()
    return web.json_response({"caption": await describe(image)})


@routes.view("/albums")
class Albums(web.View):
    # entry: kind=http title=GET Albums
    async def get(self) -> web.Response:
        return web.json_response([])


async def health(request):
    return web.Response(text="ok")


async def search(request):
    return web.json_response([])


async def warm_up(app):
    app["session"] = aiohttp.ClientSession()


async def describe(image: bytes) -> str:
    async with aiohttp.ClientSession() as session:
        # a client has the same methods as a router
        async with session.post("https://captions.example/v1", data=image) as answer:
            return await answer.text()


app = web.Application()
app.add_routes(routes)
# entry: kind=http title=GET /health
app.router.add_get("/health", health)
app.add_routes([
    # entry: kind=http title=GET /search
    web.get("/search", search),
])
# entry: kind=event title=app start or stop warm_up
app.on_startup.append(warm_up)
