import { Document, Settings, SentenceSplitter } from "llamaindex";

Settings.chunkSize = 512;
export const documents = [new Document({ text: "hi" })];
export const nodes = new SentenceSplitter().getNodesFromDocuments(documents);
