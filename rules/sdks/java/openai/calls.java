package examples.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.embeddings.EmbeddingModel;
import com.openai.models.responses.ResponseCreateParams;

class Calls {
    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();
    private final OpenAIClient groq = OpenAIOkHttpClient.builder()
            .baseUrl("https://api.groq.com/openai/v1")
            .apiKey(System.getenv("GROQ_API_KEY"))
            .maxRetries(1)
            .build();

    ChatCompletion constant() {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .addUserMessage("Say this is a test")
                .model(ChatModel.GPT_4_1_MINI)
                .build();
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1-mini
        return client.chat().completions().create(params);
    }

    void text(String question) {
        var params = ResponseCreateParams.builder().model("gpt-4o").input(question).build();
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        client.responses().create(params);
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        client.async().responses().createStreaming(params);
    }

    void embedding() {
        // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        client.embeddings().create(EmbeddingCreateParams.builder().input("a").model(EmbeddingModel.TEXT_EMBEDDING_3_SMALL).build());
    }

    void elsewhere() {
        // expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
        groq.chat().completions().create(ChatCompletionCreateParams.builder().model("llama-3.3-70b-versatile").addUserMessage("hi").build());
    }
}
