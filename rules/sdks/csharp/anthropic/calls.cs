using Anthropic;
using Anthropic.Models.Messages;

namespace Examples.Claude;

class Calls
{
    private readonly AnthropicClient _client = new();

    public async Task Ask()
    {
        var parameters = new MessageCreateParams { MaxTokens = 1024, Model = Model.ClaudeSonnet4_5 };
        // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
        await _client.Messages.Create(parameters);
        // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
        await _client.Messages.Create(new MessageCreateParams { Model = "claude-haiku-4-5" });
    }
}
