import { ChatAnthropic } from "@langchain/anthropic";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { RunnableSequence, RunnableWithMessageHistory } from "@langchain/core/runnables";
import { createStuffDocumentsChain } from "@langchain/classic/chains/combine_documents";
import { FaissStore } from "@langchain/community/vectorstores/faiss";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { initChatModel } from "langchain/chat_models/universal";
import { SupabaseVectorStore } from "@langchain/community/vectorstores/supabase";
import { PineconeStore } from "@langchain/pinecone";
import { MemoryVectorStore } from "langchain/vectorstores/memory";

const llm = new ChatOpenAI({ model: "gpt-4o-mini", temperature: 0 });
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
await llm.invoke("hi");
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
await llm.bindTools([]).withStructuredOutput({} as any).invoke("hi");

const prompt = ChatPromptTemplate.fromTemplate("{question}");
const chain = prompt.pipe(new ChatAnthropic({ model: "claude-3-5-sonnet-latest" })).pipe(new StringOutputParser());
// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
await chain.stream({ question: "hi" });
const sequence = RunnableSequence.from([prompt, llm, new StringOutputParser()]);
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
await sequence.invoke({ question: "hi" });

const router = new ChatOpenAI({
  modelName: "deepseek-chat",
  configuration: { baseURL: "https://api.deepseek.com/v1" },
});
// expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
await router.invoke("hi");

const embeddings = new OpenAIEmbeddings({ model: "text-embedding-3-small" });
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await embeddings.embedQuery("hi");
const store = new MemoryVectorStore(embeddings);
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await store.similaritySearch("hi");

const agent = createReactAgent({ llm, tools: [] });
// expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
await agent.invoke({ messages: [] });
const chosen = await initChatModel("anthropic:claude-sonnet-4-0");
// expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-0
await chosen.invoke("hi");

// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
const filled = await SupabaseVectorStore.fromDocuments([], embeddings, { client: undefined });
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await filled.asRetriever(4).invoke("hi");
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await PineconeStore.fromTexts(["hi"], [{}], embeddings, {});
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await filled.asRetriever(4).addDocuments([]);
const saved = await FaissStore.load("folder", embeddings);
// expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
await saved.asRetriever().invoke("hi");

const remembering = new RunnableWithMessageHistory({
  runnable: await createStuffDocumentsChain({ llm, prompt }),
  inputMessagesKey: "input",
});
// expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
await remembering.stream({ input: "hi" });
