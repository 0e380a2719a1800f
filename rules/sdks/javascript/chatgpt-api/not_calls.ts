import type { ChatMessage } from "chatgpt";

// Another object's method of the same name.
export function pass(port: { sendMessage(message: ChatMessage): void }, message: ChatMessage) {
  port.sendMessage(message);
}
