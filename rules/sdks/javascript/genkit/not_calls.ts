import { genkit } from "genkit";

const ai = genkit({ plugins: [] });
export const flow = ai.defineFlow("hello", async (name: string) => name);
