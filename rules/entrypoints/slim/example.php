<?php

use Slim\Factory\AppFactory;

$app = AppFactory::create();
// entry: kind=http title=POST /ask
$app->post('/ask', function ($request, $response) {
    return $response;
});
$app->run();
