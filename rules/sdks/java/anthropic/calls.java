package examples.anthropic;

import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;

class Calls {
    private static final String MODEL = "claude-haiku-4-5";
    private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();
    private final AnthropicClient onBedrock =
            AnthropicOkHttpClient.builder().backend(BedrockBackend.fromEnv()).build();

    Message constant() {
        MessageCreateParams params = MessageCreateParams.builder()
                .maxTokens(1024L)
                .addUserMessage("Hello")
                .model(Model.CLAUDE_SONNET_4_5)
                .build();
        // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
        return client.messages().create(params);
    }

    void text() {
        var params = MessageCreateParams.builder().maxTokens(10).addUserMessage("Hello").model(MODEL).build();
        // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
        client.messages().createStreaming(params);
        // expect: kind=chat vendor=anthropic platform=aws-bedrock model=claude-haiku-4-5
        onBedrock.messages().create(params);
    }
}
