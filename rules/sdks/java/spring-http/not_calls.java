package examples.springhttp.others;

import org.springframework.web.client.RestTemplate;

class NotCalls {
    String weather(RestTemplate template) {
        return template.getForObject("https://api.weather.example/v1/today", String.class);
    }
}
