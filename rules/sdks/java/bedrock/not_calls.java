package examples.bedrock.others;

import software.amazon.awssdk.services.bedrock.BedrockClient;

class NotCalls {
    void list() {
        BedrockClient.create().listFoundationModels(r -> {});
    }
}
