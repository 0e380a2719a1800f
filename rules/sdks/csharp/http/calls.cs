namespace Examples.Web;

class Calls
{
    private readonly HttpClient _http = new();

    public async Task Ask(HttpContent content)
    {
        // expect: kind=chat vendor=openai platform=openai-api
        var response = await _http.PostAsync("https://api.openai.com/v1/chat/completions", content);
        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.anthropic.com/v1/messages");
        // expect: kind=chat vendor=anthropic platform=anthropic-api
        await _http.SendAsync(request);
    }
}
