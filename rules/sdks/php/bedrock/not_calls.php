<?php

use Aws\BedrockRuntime\BedrockRuntimeClient;
use Aws\S3\S3Client;

$storage = new S3Client(['region' => 'eu-central-1']);
$storage->putObject(['Bucket' => 'a', 'Key' => 'b']);
$client = new BedrockRuntimeClient(['region' => 'eu-central-1']);
$client->countTokens(['modelId' => 'anthropic.claude-3-haiku-20240307-v1:0']);
