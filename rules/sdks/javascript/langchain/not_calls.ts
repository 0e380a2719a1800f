import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { tool } from "@langchain/core/tools";
import { ChatOpenAI } from "@langchain/openai";
import { RecursiveCharacterTextSplitter } from "langchain/text_splitter";

export const llm = new ChatOpenAI({ model: "gpt-4o" });
const prompt = ChatPromptTemplate.fromTemplate("{question}");
prompt.invoke({ question: "hi" });
prompt.pipe(new StringOutputParser()).invoke({ question: "hi" });
new RecursiveCharacterTextSplitter().splitText("hi");
const weather = tool(async () => "sunny", { name: "weather" } as any);
weather.invoke({});
