import { BedrockClient, ListFoundationModelsCommand } from "@aws-sdk/client-bedrock";
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

new S3Client({}).send(new PutObjectCommand({ Bucket: "b", Key: "k" }));
new BedrockClient({}).send(new ListFoundationModelsCommand({}));
export const waiting = new ConverseCommand({ modelId: "amazon.nova-lite-v1:0" });
export const client = new BedrockRuntimeClient({});
