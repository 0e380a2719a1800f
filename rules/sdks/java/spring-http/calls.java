package examples.springhttp;

import org.springframework.http.HttpEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class Calls {
    private final RestTemplate template = new RestTemplate();
    private final WebClient web = WebClient.builder().baseUrl("https://api.mistral.ai/v1").build();
    private final RestClient rest = RestClient.create();

    String template(HttpEntity<String> body) {
        // expect: kind=chat vendor=openai platform=openai-api
        return template.postForObject("https://api.openai.com/v1/chat/completions", body, String.class);
    }

    void web(String body) {
        // expect: kind=chat vendor=mistral platform=mistral-api
        web.post().uri("/chat/completions").bodyValue(body).retrieve().bodyToMono(String.class).block();
    }

    void rest(String body) {
        // expect: kind=chat vendor=anthropic platform=anthropic-api
        rest.post().uri("https://api.anthropic.com/v1/messages").body(body).retrieve().body(String.class);
    }
}
