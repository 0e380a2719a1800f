package examples.bedrock;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;

class Calls {
    private final BedrockRuntimeClient client = BedrockRuntimeClient.builder().region(Region.US_EAST_1).build();

    void request() {
        ConverseRequest request = ConverseRequest.builder().modelId("anthropic.claude-3-haiku-20240307-v1:0").build();
        // expect: kind=chat vendor=anthropic platform=aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0
        client.converse(request);
    }

    void filled(String body) {
        // expect: kind=chat vendor=amazon platform=aws-bedrock model=amazon.nova-lite-v1:0
        client.invokeModel(r -> r.modelId("amazon.nova-lite-v1:0").body(SdkBytes.fromUtf8String(body)));
        // expect: kind=chat vendor=meta platform=aws-bedrock model=meta.llama3-8b-instruct-v1:0
        client.invokeModel(InvokeModelRequest.builder().modelId("meta.llama3-8b-instruct-v1:0").build());
    }
}
