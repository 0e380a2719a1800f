using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
// entry: kind=http title=POST /ask
app.MapPost("/ask", (string q) => q);
app.Run();

[ApiController]
[Route("api/books")]
public class BooksController : ControllerBase
{
    // entry: kind=http title=GET /api/books/{id}
    [HttpGet("{id}")]
    public string Show(string id) => id;

    // entry: kind=http title=POST /api/books/
    [HttpPost]
    public string Add(string text) => text;

    private string Helper() => "";
}
