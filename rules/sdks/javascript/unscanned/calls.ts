import { callClaude } from './providers/anthropic';
import { OpenRouterClient } from '@/lib/openrouter-client';
import { askLlm } from '../llm/ask';

const router = new OpenRouterClient(process.env.OPENROUTER_API_KEY);

export async function summary(text: string) {
  // expect: kind=chat vendor=anthropic platform=anthropic-api
  return callClaude(text);
}

export async function title(text: string) {
  // expect: kind=chat gateway=openrouter
  return router.complete(text);
}

export async function reply(text: string) {
  // expect: kind=chat model=gemini-2.5-flash vendor=google
  return askLlm(text, [['first', 'gemini-2.5-flash']]);
}
