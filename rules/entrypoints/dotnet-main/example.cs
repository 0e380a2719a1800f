namespace Shop;

public class Import
{
    // entry: kind=main title=dotnet example
    public static void Main(string[] args) { }

    public void Helper() { }
}
