<?php

namespace App\Jobs;

use Prism\Prism\Enums\Provider;
use Prism\Prism\Facades\Prism as Facade;
use Prism\Prism\Prism;

class Summarize
{
    public function handle(string $text): string
    {
        // expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
        return Prism::text()
            ->using(Provider::Anthropic, 'claude-sonnet-4-5')
            ->withSystemPrompt('Be short.')
            ->withPrompt($text)
            ->asText()->text;
    }

    public function vector(string $text): array
    {
        $request = Facade::embeddings()->using('openai', 'text-embedding-3-small');

        // expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        return $request->fromInput($text)->asEmbeddings()->embeddings;
    }
}
