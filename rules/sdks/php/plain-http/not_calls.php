<?php

$request = curl_init('https://shop.example/prices');
curl_setopt($request, CURLOPT_URL, 'https://shop.example/api.openai.com');
file_get_contents(__DIR__ . '/prompt.txt');
wp_remote_get('https://api.wordpress.example/plugins');
