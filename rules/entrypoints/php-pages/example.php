<?php // entry: kind=main title=php example.php

$request = curl_init('https://api.openai.com/v1/chat/completions');
curl_setopt($request, CURLOPT_RETURNTRANSFER, true);
echo curl_exec($request);
