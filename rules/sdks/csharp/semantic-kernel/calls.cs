using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Examples.SemanticKernels;

class Calls
{
    public async Task Chained()
    {
        Kernel kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-4o", "key").Build();
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        await kernel.InvokePromptAsync("hi");
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        await chat.GetChatMessageContentAsync("hi");
    }

    public async Task StepByStep()
    {
        var builder = Kernel.CreateBuilder();
        builder.AddAzureOpenAIChatCompletion("gpt-4o-mini", "https://shop.openai.azure.com", "key");
        var kernel = builder.Build();
        // expect: kind=chat vendor=openai platform=azure-openai model=gpt-4o-mini
        await kernel.InvokePromptAsync("hi");
    }
}
