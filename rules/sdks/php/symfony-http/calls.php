<?php

use Symfony\Contracts\HttpClient\HttpClientInterface;

class Calls
{
    private string $url = 'https://api.mistral.ai/v1/chat/completions';

    public function __construct(private HttpClientInterface $http)
    {
    }

    public function ask(): array
    {
        // expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
        return $this->http->request('POST', $this->url, ['json' => ['model' => 'mistral-large-latest']])->toArray();
    }
}
