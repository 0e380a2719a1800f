package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.microsoft.azure.functions.annotation.FunctionName;
import jakarta.servlet.http.HttpServlet;

public class Handler implements RequestHandler<String, String> {
    // entry: kind=event title=function Handler
    @Override
    public String handleRequest(String input, Context context) {
        return input;
    }
}

class Page extends HttpServlet {
    // entry: kind=http title=doGet Page
    protected void doGet(Object request, Object response) {}

    void helper() {}
}

class Azure {
    // entry: kind=event title=function orders
    @FunctionName("orders")
    public void ordered(String message) {}
}
