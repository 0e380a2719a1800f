import json

import aioboto3
import boto3
from botocore.config import Config

MODEL_ID = "us.anthropic.claude-3-5-sonnet-20241022-v2:0"

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")

# expect: kind=chat vendor=anthropic platform=aws-bedrock
bedrock.converse(modelId=MODEL_ID, messages=[{"role": "user", "content": [{"text": "Hi"}]}])

# expect: kind=chat vendor=amazon platform=aws-bedrock model=amazon.nova-lite-v1:0
bedrock.converse_stream(modelId="amazon.nova-lite-v1:0", messages=[])

# expect: kind=completion vendor=meta platform=aws-bedrock model=meta.llama3-70b-instruct-v1:0
bedrock.invoke_model(modelId="meta.llama3-70b-instruct-v1:0", body=json.dumps({"prompt": "Hi"}))

# expect: kind=moderation platform=aws-bedrock
bedrock.apply_guardrail(guardrailIdentifier="g", guardrailVersion="1", source="INPUT", content=[])


class BedrockModel:
    def __init__(self, profile, model="cohere.command-r-plus-v1:0"):
        session = boto3.Session(profile_name=profile)
        self.runtime = session.client(service_name="bedrock-runtime", config=Config(read_timeout=9))
        self.model = model

    def invoke(self, body):
        # expect: kind=completion vendor=cohere platform=aws-bedrock
        response = self.runtime.invoke_model_with_response_stream(modelId=self.model, body=body)
        for event in response["body"]:
            yield event


async def ask(prompt):
    session = aioboto3.Session()
    async with session.client("bedrock-runtime", region_name="eu-west-1") as client:
        # expect: kind=chat vendor=mistral platform=aws-bedrock
        return await client.converse(
            modelId="mistral.mistral-large-2402-v1:0",
            messages=[{"role": "user", "content": [{"text": prompt}]}],
        )


def ask_anything(model_id):
    # expect: kind=chat platform=aws-bedrock dynamic=true
    return bedrock.converse(modelId=model_id, messages=[])


agents = boto3.client("bedrock-agent-runtime")

# expect: kind=agent platform=aws-bedrock
agents.invoke_agent(agentId="A", agentAliasId="B", sessionId="s", inputText="Hi")

# expect: kind=chat vendor=anthropic platform=aws-bedrock
agents.retrieve_and_generate(
    input={"text": "Hi"},
    retrieveAndGenerateConfiguration={
        "type": "KNOWLEDGE_BASE",
        "knowledgeBaseConfiguration": {
            "knowledgeBaseId": "K",
            "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
        },
    },
)

smr = boto3.session.Session().client("sagemaker-runtime")
# expect: kind=completion platform=aws-sagemaker
smr.invoke_endpoint(EndpointName="llama-endpoint", ContentType="application/json", Body=b"{}")

control = boto3.client("bedrock")
# expect: kind=batch vendor=anthropic platform=aws-bedrock
control.create_model_invocation_job(jobName="j", modelId="anthropic.claude-3-haiku-20240307-v1:0")
