package examples.azure.others;

import com.azure.ai.openai.OpenAIClientBuilder;

class NotCalls {
    void files() {
        var client = new OpenAIClientBuilder().buildClient();
        client.listFiles();
    }
}
