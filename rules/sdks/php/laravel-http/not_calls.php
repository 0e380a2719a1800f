<?php

use Illuminate\Support\Facades\Http;

Http::get('https://shop.example/prices');
Http::withToken('a')->get('https://api.openai.com/v1/models');
Http::timeout(3)->post('https://hooks.example/orders', ['text' => 'gpt-4o is down']);
