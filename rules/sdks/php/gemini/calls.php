<?php

use Gemini\Laravel\Facades\Gemini as Facade;

$client = Gemini::client(getenv('GEMINI_API_KEY'));

// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
echo $client->generativeModel(model: 'gemini-2.0-flash')->generateContent('Hello')->text();

// expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
echo Facade::generativeModel('gemini-2.5-pro')->generateContent('Hello')->text();
