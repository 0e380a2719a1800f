package examples.springai;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;

class Calls {
    private final ChatClient injected;
    private final ChatModel model;

    Calls(ChatClient.Builder builder) {
        this.injected = builder.defaultSystem("You are kind.").build();
        OpenAiApi api = OpenAiApi.builder().apiKey(System.getenv("OPENAI_API_KEY")).build();
        this.model = OpenAiChatModel.builder()
                .openAiApi(api)
                .defaultOptions(OpenAiChatOptions.builder().model("gpt-4o").build())
                .build();
    }

    String ask(String question) {
        // expect: kind=chat dynamic=true
        return injected.prompt().user(question).call().content();
    }

    void direct(String question) {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        model.call(new Prompt(question));
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        model.call(new Prompt(question, OpenAiChatOptions.builder().model("gpt-4o-mini").build()));
    }

    String client(String question) {
        ChatClient client = ChatClient.create(model);
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        return client.prompt(question).call().content();
    }
}
