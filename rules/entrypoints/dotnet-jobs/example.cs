using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Shop.Jobs;

public class Nightly : BackgroundService
{
    // entry: kind=task title=service Nightly
    protected override async Task ExecuteAsync(CancellationToken token) => await Task.Delay(1);

    public void Helper() { }
}

public class Orders
{
    // entry: kind=event title=function ordered
    [Function("ordered")]
    public void Ordered(string message) { }
}
