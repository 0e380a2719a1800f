using Amazon.Bedrock;

namespace Examples.Aws.Others;

class NotCalls
{
    async Task List(IAmazonBedrock client) => await client.ListFoundationModelsAsync(null);
}
