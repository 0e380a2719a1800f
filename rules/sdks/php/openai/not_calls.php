<?php

namespace App\Others;

use OpenAI\Client;
use OpenAI\Laravel\Facades\OpenAI;

class Chat
{
    public function create(array $order): array
    {
        return $order;
    }
}

class Shop
{
    public function chat(): Chat
    {
        return new Chat();
    }
}

function others(Client $client): void
{
    $client->models()->list();
    $client->files()->upload(['purpose' => 'assistants']);
    OpenAI::models()->list();
    (new Shop())->chat()->create(['model' => 'one']);
}
