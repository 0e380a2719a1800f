<?php

namespace App\Services;

use OpenAI\Client;
use OpenAI\Laravel\Facades\OpenAI;

class Asker
{
    private const MODEL = 'gpt-4o-mini';
    private string $embedding = 'text-embedding-3-small';

    public function __construct(private readonly Client $client)
    {
    }

    public function ask(string $question): string
    {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        $answer = $this->client->chat()->create([
            'model' => self::MODEL,
            'messages' => [['role' => 'user', 'content' => "Please: {$question}"]],
        ]);

        return $answer->choices[0]->message->content;
    }

    public function facade(string $text): array
    {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        OpenAI::responses()->create(['model' => 'gpt-4o', 'input' => $text]);

        // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        return OpenAI::embeddings()->create(['model' => $this->embedding, 'input' => $text])->toArray();
    }

    public function elsewhere(): void
    {
        $groq = \OpenAI::factory()
            ->withApiKey(getenv('GROQ_API_KEY'))
            ->withBaseUri('https://api.groq.com/openai/v1')
            ->make();
        // expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
        foreach ($groq->chat()->createStreamed(['model' => 'llama-3.3-70b-versatile', 'messages' => []]) as $part) {
            echo $part->choices[0]->delta->content;
        }
    }
}

function draw(): void
{
    $client = \OpenAI::client($_ENV['OPENAI_API_KEY']);
    // expect: kind=image vendor=openai platform=openai-api model=gpt-image-1
    $client->images()->create(['model' => 'gpt-image-1', 'prompt' => 'a cat']);
}
