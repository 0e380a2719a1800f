import inngest

client = inngest.Inngest(app_id="support")


async def draft(text: str) -> str:
    return text


# entry: kind=event title=inngest answer-mail
@client.create_function(
    fn_id="answer-mail",
    trigger=inngest.TriggerEvent(event="mail/received"),
)
async def answer(ctx: inngest.Context) -> str:
    return await ctx.step.run("draft", draft, ctx.event.data["text"])


async def send(text: str) -> None:
    await client.send(inngest.Event(name="mail/answered", data={"text": text}))
