import { HfInference, InferenceClient } from "@huggingface/inference";

const hf = new InferenceClient(process.env.HF_TOKEN);
// expect: kind=chat vendor=meta platform=huggingface model=meta-llama/Llama-3.1-8B-Instruct
await hf.chatCompletion({ model: "meta-llama/Llama-3.1-8B-Instruct", messages: [] });
// expect: kind=image vendor=black-forest-labs platform=huggingface model=black-forest-labs/FLUX.1-dev
await new HfInference("k").textToImage({ model: "black-forest-labs/FLUX.1-dev", inputs: "a cat" });
