package examples.genai.others;

import com.google.genai.Client;

class NotCalls {
    void list() {
        Client client = new Client();
        client.models.list(null);
        client.files.upload("a.txt", null);
    }
}
