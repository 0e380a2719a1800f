import { CohereClient, CohereClientV2 } from "cohere-ai";

const cohere = new CohereClient({ token: process.env.CO_API_KEY });
// expect: kind=chat vendor=cohere platform=cohere-api model=command-r-plus
await cohere.chat({ model: "command-r-plus", message: "hi" });
// expect: kind=rerank vendor=cohere platform=cohere-api model=rerank-v3.5
await cohere.v2.rerank({ model: "rerank-v3.5", query: "q", documents: [] });
// expect: kind=embedding vendor=cohere platform=cohere-api model=embed-v4.0
await new CohereClientV2({}).embed({ model: "embed-v4.0", texts: [] } as any);
