<?php

class Plugin
{
    public function start(): void
    {
        add_action('wp_ajax_ask', [$this, 'ask']);
        register_rest_route('shop/v1', '/ask', ['methods' => 'POST', 'callback' => [$this, 'rest']]);
    }

    // entry: kind=event title=action wp_ajax_ask
    public function ask(): void
    {
    }

    // entry: kind=http title=shop/v1/ask
    public function rest(): void
    {
    }
}

(new Plugin())->start();
// entry: kind=http title=shortcode answer
add_shortcode('answer', function () {
    return '';
});
