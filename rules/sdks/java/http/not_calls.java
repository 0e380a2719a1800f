package examples.http.others;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

class NotCalls {
    void elsewhere() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://example.com/v1/messages.html")).GET().build();
        HttpClient.newHttpClient().send(request, null);
    }
}
