<?php

use Anthropic\Client;
use Anthropic\Laravel\Facades\Anthropic;

$client = new Client(apiKey: getenv('ANTHROPIC_API_KEY'));

// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
$message = $client->messages->create(
    maxTokens: 1024,
    messages: [['role' => 'user', 'content' => 'Hello']],
    model: 'claude-sonnet-4-5',
);
echo $message->content[0]->text;

// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-haiku-4-5
Anthropic::messages()->create(['model' => 'claude-haiku-4-5', 'max_tokens' => 10, 'messages' => []]);
