<?php

use Symfony\Component\HttpClient\HttpClient;

$client = HttpClient::create();
$client->request('GET', 'https://shop.example/prices');
$client->request('GET', 'https://api.openai.com/v1/models');
