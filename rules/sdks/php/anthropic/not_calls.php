<?php

use Anthropic\Client;

class Mail
{
    public array $messages = [];
}

$client = new Client();
$client->messages->countTokens(messages: [], model: 'claude-sonnet-4-5');
$client->models->list();
$mail = new Mail();
count($mail->messages);
