namespace Examples.Web.Others;

class NotCalls
{
    private readonly HttpClient _http = new();

    public async Task Weather() => await _http.GetAsync("https://weather.example/today");
}
