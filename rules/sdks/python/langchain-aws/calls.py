import boto3
from langchain.llms.bedrock import Bedrock
from langchain_aws import BedrockEmbeddings, BedrockLLM, ChatBedrock, ChatBedrockConverse
from langchain_aws import SagemakerEndpoint
from langchain_community.chat_models import BedrockChat
from langchain_community.embeddings import BedrockEmbeddings as OldEmbeddings

runtime = boto3.client("bedrock-runtime", region_name="us-east-1")

claude = ChatBedrock(client=runtime, model_id="anthropic.claude-3-sonnet-20240229-v1:0")
# expect: kind=chat vendor=anthropic platform=aws-bedrock
claude.invoke("hi")

nova = ChatBedrockConverse(model="us.amazon.nova-pro-v1:0", region_name="us-east-1")
# expect: kind=chat vendor=amazon platform=aws-bedrock
for chunk in nova.stream("hi"):
    print(chunk)

# expect: kind=chat vendor=meta platform=aws-bedrock
BedrockChat(model_id="meta.llama3-70b-instruct-v1:0").invoke("hi")

# expect: kind=completion vendor=anthropic platform=aws-bedrock
BedrockLLM(model_id="anthropic.claude-v2").invoke("hi")

# expect: kind=completion vendor=ai21 platform=aws-bedrock
Bedrock(model_id="ai21.j2-ultra-v1")("Once upon a time")

# expect: kind=embedding vendor=amazon platform=aws-bedrock
BedrockEmbeddings(model_id="amazon.titan-embed-text-v2:0").embed_query("hi")

# expect: kind=embedding vendor=amazon platform=aws-bedrock
OldEmbeddings(client=runtime).embed_documents(["a"])


def deployed(handler, name):
    endpoint = SagemakerEndpoint(endpoint_name=name, content_handler=handler)
    # expect: kind=completion platform=aws-sagemaker dynamic=true
    return endpoint.invoke("hi")
