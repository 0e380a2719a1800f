package examples.springai.others;

import java.util.concurrent.Callable;
import org.springframework.ai.chat.prompt.PromptTemplate;

class NotCalls {
    String template() {
        return new PromptTemplate("Say {word}").render();
    }

    void own(Callable<String> task) throws Exception {
        task.call();
    }
}
