import restate
from restate import Context, Service

greeter = Service("greeter")


async def compose(name: str) -> str:
    return f"Hello {name}"


# entry: kind=graph title=handler greet
@greeter.handler()
async def greet(ctx: Context, name: str) -> str:
    return await ctx.run_typed("compose", compose, name=name)


# entry: kind=graph title=handler wave
@greeter.handler(name="wave")
async def wave_hand(ctx: Context, name: str) -> str:
    return await ctx.service_call(greet, arg=name)


app = restate.app(services=[greeter])
