from haystack import Pipeline
from haystack.components.generators.chat import FallbackChatGenerator, OpenAIChatGenerator
from haystack_integrations.components.generators.anthropic import AnthropicChatGenerator

generator = FallbackChatGenerator(
    chat_generators=[
        OpenAIChatGenerator(model="gpt-5-mini"),
        AnthropicChatGenerator(model="claude-sonnet-4-5"),
    ]
)
# expect: verdict=cross-vendor
generator.run(messages=[])

pipeline = Pipeline()
pipeline.add_component("llm", generator)
# expect: verdict=cross-vendor
pipeline.run({"llm": {"messages": []}})
