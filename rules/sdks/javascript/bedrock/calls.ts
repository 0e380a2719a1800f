import {
  BedrockRuntime,
  BedrockRuntimeClient,
  ConverseCommand,
  InvokeModelCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { BedrockAgentRuntimeClient, InvokeAgentCommand } from "@aws-sdk/client-bedrock-agent-runtime";

const client = new BedrockRuntimeClient({ region: "us-east-1" });
const command = new ConverseCommand({ modelId: "anthropic.claude-3-haiku-20240307-v1:0", messages: [] });
// expect: kind=chat vendor=anthropic platform=aws-bedrock model=anthropic.claude-3-haiku-20240307-v1:0
const { output } = await client.send(command);
console.log(output);
// expect: kind=chat vendor=meta platform=aws-bedrock model=meta.llama3-8b-instruct-v1:0
await client.send(new InvokeModelCommand({ modelId: "meta.llama3-8b-instruct-v1:0", body: "{}" }));
// expect: kind=chat vendor=amazon platform=aws-bedrock model=amazon.nova-lite-v1:0
await new BedrockRuntime({}).converse({ modelId: "amazon.nova-lite-v1:0", messages: [] });
// expect: kind=agent platform=aws-bedrock
await new BedrockAgentRuntimeClient({}).send(new InvokeAgentCommand({ agentId: "a" } as any));
