import marvin


@marvin.fn
def sentiment(text: str) -> float:
    """The sentiment of the text."""


# expect: kind=chat vendor=openai platform=openai-api
marvin.classify("I like it", labels=["positive", "negative"])
# expect: kind=chat vendor=openai platform=openai-api
sentiment("good")

writer = marvin.Agent(name="writer", model="anthropic:claude-3-7-sonnet-latest")
# expect: kind=chat vendor=anthropic platform=anthropic-api
marvin.run("Write a poem", agent=writer)
# expect: kind=agent vendor=anthropic platform=anthropic-api
writer.run("hi")
