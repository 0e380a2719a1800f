<?php

use GuzzleHttp\Client;

$client = new Client();
$client->get('https://shop.example/prices');
$client->request('GET', 'https://api.openai.com/v1/models');
