import { Body, Controller, Get, Injectable, Post } from "@nestjs/common";
import { Cron } from "@nestjs/schedule";

@Injectable()
export class ChatService {
  // entry: kind=schedule title=Cron digest
  @Cron("0 8 * * *")
  async digest() {
    return "hi";
  }

  ask(prompt: string) {
    return prompt;
  }
}

@Controller("chat")
export class ChatController {
  constructor(private readonly chat: ChatService) {}

  // entry: kind=http title=POST /chat/ask
  @Post("ask")
  async ask(@Body() body: { prompt: string }) {
    return this.chat.ask(body.prompt);
  }

  // entry: kind=http title=GET /chat/
  @Get()
  list() {
    return [];
  }
}
