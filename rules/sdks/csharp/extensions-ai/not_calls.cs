using Microsoft.Extensions.AI;

namespace Examples.Extensions.Others;

class NotCalls
{
    void Messages() => new ChatMessage(ChatRole.User, "hi");

    async Task Own(Store store) => await store.GenerateAsync();

    class Store
    {
        public Task GenerateAsync() => Task.CompletedTask;
    }
}
