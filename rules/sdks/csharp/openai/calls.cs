using Azure;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using System.ClientModel;

namespace Examples.OpenAi;

class Calls
{
    private const string Model = "gpt-4o-mini";
    private readonly ChatClient _chat = new(model: "gpt-4o", apiKey: Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
    private readonly AzureOpenAIClient _azure = new(new Uri("https://shop.openai.azure.com"), new AzureKeyCredential("key"));

    public async Task<string> Direct(string question)
    {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        ChatCompletion completion = await _chat.CompleteChatAsync(question);
        return completion.Content[0].Text;
    }

    public void FromClient()
    {
        OpenAIClient client = new(Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        client.GetChatClient(Model).CompleteChatStreaming("hi");
        // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        client.GetEmbeddingClient("text-embedding-3-small").GenerateEmbedding("a");
    }

    public async Task Azure()
    {
        // expect: kind=chat vendor=openai platform=azure-openai model=gpt-4o
        await _azure.GetChatClient("gpt-4o").CompleteChatAsync("hi");
        IChatClient abstracted = _azure.GetChatClient("gpt-4.1").AsIChatClient();
        // expect: kind=chat vendor=openai platform=azure-openai model=gpt-4.1
        await abstracted.GetResponseAsync("hi");
    }

    public void Elsewhere()
    {
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") };
        var client = new ChatClient("llama-3.3-70b-versatile", new ApiKeyCredential("key"), options);
        // expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
        client.CompleteChat("hi");
    }
}
