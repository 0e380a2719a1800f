<?php

use Prism\Prism\Enums\Provider;
use Prism\Prism\Facades\Tool;
use Prism\Prism\Prism;

class Page
{
    public function asText(): string
    {
        return '';
    }
}

$tool = Tool::as('weather')->for('the weather')->withStringParameter('city', 'where');
$request = Prism::text()->using(Provider::OpenAI, 'gpt-4o')->withPrompt('never asked');
echo (new Page())->asText();
