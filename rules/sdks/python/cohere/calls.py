import cohere

co = cohere.Client("key")

# expect: kind=chat vendor=cohere platform=cohere-api model=command-r-plus
co.chat(message="Hello", model="command-r-plus")

# expect: kind=chat vendor=cohere platform=cohere-api
for event in co.chat_stream(message="Hello"):
    print(event)

# expect: kind=embedding vendor=cohere platform=cohere-api model=embed-english-v3.0
co.embed(texts=["a"], model="embed-english-v3.0", input_type="search_document")

# expect: kind=rerank vendor=cohere platform=cohere-api model=rerank-v3.5
hits = co.rerank(query="q", documents=["a", "b"], model="rerank-v3.5", top_n=1).results

# expect: kind=completion vendor=cohere platform=cohere-api model=command
co.generate(prompt="Once", model="command")

# expect: kind=completion vendor=cohere platform=cohere-api
co.classify(inputs=["x"], examples=[])

# expect: kind=chat vendor=cohere platform=cohere-api model=command-a-03-2025
co.v2.chat(model="command-a-03-2025", messages=[])


class Search:
    def __init__(self, model="embed-v4.0"):
        self.client = cohere.AsyncClientV2(timeout=10)
        self.model = model

    async def embed(self, texts):
        # expect: kind=embedding vendor=cohere platform=cohere-api model=embed-v4.0
        reply = await self.client.embed(
            texts=texts, model=self.model, input_type="search_query", embedding_types=["float"]
        )
        return reply.embeddings.float_

    async def rank(self, query, documents):
        # expect: kind=rerank vendor=cohere platform=cohere-api model=rerank-english-v3.0
        return await self.client.rerank(
            model="rerank-english-v3.0", query=query, documents=documents
        )


# expect: kind=batch vendor=cohere platform=cohere-api model=embed-english-v3.0
co.embed_jobs.create(dataset_id="d", model="embed-english-v3.0", input_type="search_document")

bedrock = cohere.BedrockClientV2(aws_region="us-east-1")
# expect: kind=chat vendor=cohere platform=aws-bedrock
bedrock.chat(model="cohere.command-r-plus-v1:0", messages=[])

oci = cohere.OciClient(oci_region="us-chicago-1", oci_compartment_id="c")
# expect: kind=chat vendor=cohere platform=oracle-genai
oci.chat(message="Hi", model="command-r-plus")

aws = cohere.AwsClient(service="sagemaker", aws_region="us-east-1")
# expect: kind=rerank vendor=cohere platform=aws-sagemaker
aws.rerank(query="q", documents=["a"], model="my-endpoint")

# 4.x: positions

# expect: kind=embedding vendor=cohere platform=cohere-api model=small
co.embed(["a", "b"], "small")
