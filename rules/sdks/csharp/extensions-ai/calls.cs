using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Examples.Extensions;

class Calls
{
    private readonly IChatClient _unknown;

    public Calls(IChatClient client)
    {
        _unknown = client;
    }

    public async Task Ask(string question)
    {
        // expect: kind=chat dynamic=true
        await _unknown.GetResponseAsync(question);
        IChatClient local = new OllamaApiClient(new Uri("http://localhost:11434"), "llama3.2");
        // expect: kind=chat vendor=meta platform=ollama model=llama3.2
        await local.GetResponseAsync(question);
        // expect: kind=chat vendor=meta platform=ollama model=llama3.2
        await new ChatClientBuilder(local).UseFunctionInvocation().Build().GetResponseAsync(question);
    }
}
