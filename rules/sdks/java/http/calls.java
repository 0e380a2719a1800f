package examples.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

class Calls {
    private static final String BASE = "https://api.anthropic.com";
    private final HttpClient http = HttpClient.newHttpClient();
    private final OkHttpClient ok = new OkHttpClient.Builder().build();

    String plain(String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create(BASE + "/v1/messages"))
                .header("x-api-key", System.getenv("ANTHROPIC_API_KEY"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        // expect: kind=chat vendor=anthropic platform=anthropic-api
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    void okhttp(RequestBody body) throws Exception {
        Request request = new Request.Builder().url("https://api.openai.com/v1/embeddings").post(body).build();
        // expect: kind=embedding vendor=openai platform=openai-api
        ok.newCall(request).execute();
    }
}
