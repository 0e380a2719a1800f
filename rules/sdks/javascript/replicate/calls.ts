import Replicate from "replicate";

const replicate = new Replicate({ auth: process.env.REPLICATE_API_TOKEN });
// expect: kind=other vendor=black-forest-labs platform=replicate model=black-forest-labs/flux-schnell
await replicate.run("black-forest-labs/flux-schnell", { input: { prompt: "a cat" } });
// expect: kind=other vendor=meta platform=replicate model=meta/meta-llama-3-70b-instruct
await replicate.predictions.create({ model: "meta/meta-llama-3-70b-instruct", input: {} });
