package examples.genai;

import com.google.genai.Chat;
import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;

class Calls {
    void studio() {
        Client client = new Client();
        // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
        client.models.generateContent("gemini-2.5-flash", "hi", GenerateContentConfig.builder().build());
        Chat chat = client.chats.create("gemini-2.5-pro");
        // expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
        chat.sendMessage("hi");
    }

    void vertex() {
        Client client = Client.builder().project("p").location("europe-west1").vertexAI(true).build();
        // expect: kind=chat vendor=google platform=google-vertex model=gemini-2.0-flash
        client.async.models.generateContent("gemini-2.0-flash", "hi", null);
    }
}
