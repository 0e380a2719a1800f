import { createHeaders } from "portkey-ai";

export const headers = createHeaders({ apiKey: "k" });
