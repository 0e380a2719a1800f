using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Examples.SemanticKernels.Others;

class NotCalls
{
    void History()
    {
        var history = new ChatHistory();
        history.AddUserMessage("hi");
        KernelFunctionFactory.CreateFromMethod(() => "x");
    }
}
