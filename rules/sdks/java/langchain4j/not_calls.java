package examples.langchain4j.others;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;

class NotCalls {
    void memory() {
        var memory = MessageWindowChatMemory.withMaxMessages(10);
        memory.add(UserMessage.from("hi"));
        TextSegment.from("text");
    }

    void own(Chat chat) {
        chat.chat("hello");
    }

    static class Chat {
        void chat(String text) {}
    }
}
