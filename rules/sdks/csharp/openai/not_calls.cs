using OpenAI.Chat;
using OpenAI.Files;

namespace Examples.OpenAi.Others;

class NotCalls
{
    void Files(OpenAIFileClient files)
    {
        files.UploadFile("a.txt", "purpose");
        var message = new UserChatMessage("hi");
    }

    void Own(Chat chat) => chat.CompleteChat("hi");

    class Chat
    {
        public void CompleteChat(string text) { }
    }
}
