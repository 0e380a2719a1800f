<?php

namespace App\Services;

use Illuminate\Support\Facades\Http;

class Calls
{
    private const BASE = 'https://api.openai.com/v1';

    public function ask(string $question): ?string
    {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        $answer = Http::withToken(config('services.openai.key'))
            ->timeout(60)
            ->post(self::BASE . '/chat/completions', [
                'model' => 'gpt-4o-mini',
                'messages' => [['role' => 'user', 'content' => $question]],
            ]);

        return $answer->json('choices.0.message.content');
    }

    public function based(): void
    {
        // expect: kind=embedding vendor=mistral platform=mistral-api model=mistral-embed
        Http::baseUrl('https://api.mistral.ai/v1')->post('/embeddings', ['model' => 'mistral-embed', 'input' => ['a']]);
    }
}
