import { createClaudeClient, isClaudeModel } from './providers/anthropic';
import { charge } from '../payments';
import { OpenAIIcon } from '@/components/icons';
import { openClaude } from 'claude-window';

export function noneOfThese(text: string) {
  // made or described, not asked
  const client = createClaudeClient(text);
  client.close();
  isClaudeModel(text);
  // nothing in these names speaks of a model
  charge(text);
  // a library that no rule knows
  openClaude(text);
  return OpenAIIcon;
}
