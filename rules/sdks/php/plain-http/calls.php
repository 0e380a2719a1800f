<?php

function ask(string $question): string
{
    // expect: kind=chat vendor=openai platform=openai-api
    $request = curl_init('https://api.openai.com/v1/chat/completions');
    curl_setopt($request, CURLOPT_RETURNTRANSFER, true);

    return curl_exec($request);
}

function later(string $question): string
{
    $url = 'https://api.anthropic.com/v1/messages';
    $request = curl_init();
    // expect: kind=chat vendor=anthropic platform=anthropic-api
    curl_setopt($request, CURLOPT_URL, $url);
    curl_setopt($request, CURLOPT_POSTFIELDS, json_encode(['model' => 'claude-sonnet-4-5']));

    return curl_exec($request);
}

function all(): string
{
    $request = curl_init();
    // expect: kind=chat vendor=mistral platform=mistral-api
    curl_setopt_array($request, [
        CURLOPT_URL => 'https://api.mistral.ai/v1/chat/completions',
        CURLOPT_POST => true,
    ]);

    return curl_exec($request);
}

function wordpress(): array
{
    // expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    return wp_remote_post('https://api.openai.com/v1/chat/completions', ['body' => json_encode(['model' => 'gpt-4o'])]);
}
