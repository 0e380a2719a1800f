<?php

use GuzzleHttp\Client;

class Calls
{
    private Client $client;

    public function __construct()
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
}
