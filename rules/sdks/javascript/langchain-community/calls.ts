import { Replicate } from "langchain/llms/replicate";
import { ChatPerplexity } from "@langchain/community/chat_models/perplexity";
import { HuggingFaceInferenceEmbeddings } from "@langchain/community/embeddings/hf";
import { LLMChain } from "langchain/chains";

const llama = new Replicate({ model: "meta/llama-2-13b-chat:f4e2de70", apiKey: process.env.REPLICATE_API_TOKEN });
// expect: kind=completion vendor=meta platform=replicate model=meta/llama-2-13b-chat:f4e2de70
const said = await llama.call("hi");
// expect: kind=chat vendor=perplexity platform=perplexity-api model=sonar-pro
await new ChatPerplexity({ model: "sonar-pro" }).invoke("hi");
// expect: kind=chat vendor=meta platform=replicate model=meta/llama-2-13b-chat:f4e2de70
await new LLMChain({ llm: llama, prompt: undefined as any }).call({ question: "hi" });
// expect: kind=embedding platform=huggingface model=BAAI/bge-small-en-v1.5 vendor=baai
await new HuggingFaceInferenceEmbeddings({ model: "BAAI/bge-small-en-v1.5" }).embedQuery("hi");
