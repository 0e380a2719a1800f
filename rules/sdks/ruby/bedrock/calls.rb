client = Aws::BedrockRuntime::Client.new(region: "us-east-1")
# expect: kind=chat vendor=anthropic platform=aws-bedrock
client.converse(model_id: "anthropic.claude-3-5-sonnet-20241022-v2:0", messages: [])

def raw(client, body)
  runtime = Aws::BedrockRuntime::Client.new
  # expect: vendor=amazon platform=aws-bedrock
  runtime.invoke_model(model_id: "amazon.titan-text-express-v1", body: body.to_json)
end
