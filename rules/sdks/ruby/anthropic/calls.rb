require "anthropic"

anthropic = Anthropic::Client.new(api_key: ENV["ANTHROPIC_API_KEY"])

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
message = anthropic.messages.create(
  max_tokens: 1024,
  messages: [{ role: "user", content: "Hello" }],
  model: :"claude-sonnet-4-5"
)
puts(message.content)

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
stream = anthropic.messages.stream(max_tokens: 10, messages: [], model: "claude-haiku-4-5")
stream.text.each { |text| print(text) }

bedrock = Anthropic::BedrockClient.new(aws_region: "eu-west-1")
# expect: kind=chat vendor=anthropic platform=aws-bedrock
bedrock.messages.create(max_tokens: 10, messages: [], model: "anthropic.claude-3-5-sonnet-20241022-v2:0")
