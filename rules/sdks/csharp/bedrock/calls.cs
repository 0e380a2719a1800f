using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Examples.Aws;

class Calls
{
    async Task Ask(IAmazonBedrockRuntime client)
    {
        var request = new ConverseRequest { ModelId = "anthropic.claude-3-haiku-20240307-v1:0" };
        // expect: kind=chat vendor=anthropic platform=aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0
        await client.ConverseAsync(request);
    }
}
