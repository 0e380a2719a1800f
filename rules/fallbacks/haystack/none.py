from haystack.components.generators.chat import FallbackChatGenerator, OpenAIChatGenerator
from haystack_integrations.components.generators.anthropic import AnthropicChatGenerator

# A list of one.
generator = FallbackChatGenerator([OpenAIChatGenerator(model="gpt-5-mini")])
# expect: verdict=none
generator.run(messages=[])

# Two generators, and nothing that goes from one to the other.
first = OpenAIChatGenerator(model="gpt-5-mini")
second = AnthropicChatGenerator(model="claude-sonnet-4-5")
# expect: verdict=none
first.run(messages=[])
