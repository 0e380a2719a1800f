import anthropic
import openai
import outlines

model = outlines.from_openai(openai.OpenAI(), "gpt-4o")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
model("Is it?", bool)
# expect: kind=chat vendor=anthropic platform=anthropic-api
outlines.from_anthropic(anthropic.Anthropic(), "claude-3-5-sonnet-latest").stream("hi")
generator = outlines.Generator(model, dict)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
generator("hi")
old = outlines.generate.json(outlines.models.openai("gpt-4o-mini"), dict)
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
old("hi")
