import boto3
from langchain_aws import ChatBedrock
from langchain_aws.retrievers import AmazonKendraRetriever
from langchain_community.document_loaders import S3FileLoader

runtime = boto3.client("bedrock-runtime")
claude = ChatBedrock(client=runtime, model_id="anthropic.claude-3-sonnet-20240229-v1:0")
claude.get_num_tokens("hi")

AmazonKendraRetriever(index_id="index").invoke("hi")
S3FileLoader("bucket", "key").load()
boto3.client("s3").get_object(Bucket="b", Key="k")
