<?php

use Aws\BedrockRuntime\BedrockRuntimeClient;

$client = new BedrockRuntimeClient(['region' => 'eu-central-1', 'version' => 'latest']);
// expect: kind=chat vendor=anthropic platform=aws-bedrock
$client->converse(['modelId' => 'anthropic.claude-3-haiku-20240307-v1:0', 'messages' => []]);
