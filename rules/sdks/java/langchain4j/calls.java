package examples.langchain4j;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModelName;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.UserMessage;

class Calls {
    interface Assistant {
        String answer(@UserMessage String question);
    }

    private final ChatModel model = OpenAiChatModel.builder()
            .apiKey(System.getenv("OPENAI_API_KEY"))
            .modelName(OpenAiChatModelName.GPT_4_O_MINI)
            .build();
    private final EmbeddingModel embeddings = OpenAiEmbeddingModel.builder()
            .modelName("text-embedding-3-large")
            .build();

    String direct(String question) {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        return model.chat(question);
    }

    void embed() {
        // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-large
        embeddings.embed("text");
    }

    String service(String question) {
        var claude = AnthropicChatModel.builder().modelName("claude-haiku-4-5").build();
        Assistant assistant = AiServices.create(Assistant.class, claude);
        // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
        return assistant.answer(question);
    }

    String built(String question) {
        var local = OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName("llama3.2").build();
        Assistant assistant = AiServices.builder(Assistant.class).chatModel(local).build();
        // expect: kind=chat vendor=meta platform=ollama model=llama3.2
        return assistant.answer(question);
    }
}
