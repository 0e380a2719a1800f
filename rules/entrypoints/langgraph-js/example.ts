import { END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";

const llm = new ChatOpenAI({ model: "gpt-4o-mini" });

async function plan(state: typeof MessagesAnnotation.State) {
  return { messages: [await llm.invoke(state.messages)] };
}

const writing = new StateGraph(MessagesAnnotation)
  .addNode("plan", plan)
  .addNode("write", async (state) => ({ messages: [await llm.invoke(state.messages)] }))
  .addEdge(START, "plan")
  .addEdge("plan", "write")
  .addEdge("write", END);

// entry: kind=graph title=graph graph
export const graph = writing.compile();
