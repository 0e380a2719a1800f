<?php

class Page
{
    public function generateContent(string $title): string
    {
        return $title;
    }
}

$client = Gemini::client('key');
$client->models()->list();
$model = $client->generativeModel('gemini-2.0-flash');
echo (new Page())->generateContent('home');
