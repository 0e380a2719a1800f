import { Replicate } from "./our-own/replicate";
import { WebBrowser } from "@langchain/community/tools/webbrowser";

await new Replicate({ model: "x" }).call("hi");
new WebBrowser({ model: undefined, embeddings: undefined } as any);
