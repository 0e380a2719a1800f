package examples.azure;

import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.credential.KeyCredential;
import java.util.List;

class Calls {
    void azure() {
        OpenAIClient client = new OpenAIClientBuilder()
                .endpoint("https://shop.openai.azure.com/")
                .credential(new AzureKeyCredential(System.getenv("AZURE_OPENAI_KEY")))
                .buildClient();
        var options = new ChatCompletionsOptions(List.of(new ChatRequestUserMessage("hi")));
        // expect: kind=chat vendor=openai platform=azure-openai model=gpt-4o
        client.getChatCompletions("gpt-4o", options);
    }

    void openai() {
        OpenAIClient client = new OpenAIClientBuilder().credential(new KeyCredential("key")).buildClient();
        // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        client.getEmbeddings("text-embedding-3-small", null);
    }
}
