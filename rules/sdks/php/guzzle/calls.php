<?php

use GuzzleHttp\Client;
use Symfony\Contracts\HttpClient\HttpClientInterface;

class Calls
{
    private Client $client;
    private string $url = 'https://api.mistral.ai/v1/chat/completions';

    public function __construct(private HttpClientInterface $http)
    {
        $this->client = new Client(['base_uri' => 'https://api.openai.com/v1/']);
    }

    public function guzzle(string $question): string
    {
        // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
        $answer = $this->client->post('chat/completions', [
            'headers' => ['Authorization' => 'Bearer ' . getenv('OPENAI_API_KEY')],
            'json' => ['model' => 'gpt-4o', 'messages' => [['role' => 'user', 'content' => $question]]],
        ]);

        return (string) $answer->getBody();
    }

    public function symfony(): array
    {
        // expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
        return $this->http->request('POST', $this->url, ['json' => ['model' => 'mistral-large-latest']])->toArray();
    }
}
