"""boto3.client("bedrock-runtime").converse(modelId="anthropic.claude-v2") is not called here."""

import boto3

s3 = boto3.client("s3")
s3.list_buckets()
s3.retrieve("x")

lambdas = boto3.client("lambda")
lambdas.invoke(FunctionName="invoke_model")

session = boto3.Session()
queue = session.client("sqs")
queue.send_message(QueueUrl="q", MessageBody="bedrock-runtime")

bedrock = boto3.client("bedrock")
bedrock.list_foundation_models()

runtime = boto3.client("bedrock-runtime")
runtime.count_tokens(modelId="anthropic.claude-3-haiku-20240307-v1:0", input={})
runtime.get_async_invoke(invocationArn="a")

agents = boto3.client("bedrock-agent-runtime")
agents.create_session()
agents.retrieve(knowledgeBaseId="K", retrievalQuery={"text": "hi"})
agents.get_agent_memory(agentId="A", agentAliasId="B", memoryType="SESSION_SUMMARY", memoryId="m")

sagemaker = boto3.client("sagemaker")
sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="c")


class Rules:
    def converse(self, modelId):
        return modelId


Rules().converse(modelId="anthropic.claude-v2")
