using Anthropic;

namespace Examples.Claude.Others;

class NotCalls
{
    void List(AnthropicClient client) => client.Models.List();
}
