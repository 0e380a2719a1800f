import { InferenceClient } from "@huggingface/inference";

export const client = new InferenceClient("k");
