package examples.openai.others;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.files.FileCreateParams;

class NotCalls {
    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

    void files() {
        client.files().create(FileCreateParams.builder().build());
        client.models().list();
        client.vectorStores().create();
    }

    void own(Completions completions) {
        completions.create("order");
    }

    static class Completions {
        void create(String name) {}
    }
}
