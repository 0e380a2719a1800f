from haystack.components.generators.chat import FallbackChatGenerator, OpenAIChatGenerator

generator = FallbackChatGenerator(
    [OpenAIChatGenerator(model="gpt-5-mini"), OpenAIChatGenerator(model="gpt-5-nano")]
)
# expect: verdict=same-vendor
generator.run(messages=[])
