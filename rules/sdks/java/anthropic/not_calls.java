package examples.anthropic.others;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;

class NotCalls {
    private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();

    void list() {
        client.models().list();
        client.messages().countTokens(null);
    }
}
