import Cerebras from "@cerebras/cerebras_cloud_sdk";
import Together from "together-ai";

const together = new Together();
// expect: kind=chat vendor=meta platform=together model=meta-llama/Llama-3.3-70B-Instruct-Turbo
await together.chat.completions.create({ model: "meta-llama/Llama-3.3-70B-Instruct-Turbo", messages: [] });
// expect: kind=image vendor=black-forest-labs platform=together model=black-forest-labs/FLUX.1-schnell
await together.images.generate({ model: "black-forest-labs/FLUX.1-schnell", prompt: "a cat" });
// expect: kind=chat vendor=meta platform=cerebras model=llama3.1-8b
await new Cerebras().chat.completions.create({ model: "llama3.1-8b", messages: [] });
