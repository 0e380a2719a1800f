import Replicate from "replicate";

const replicate = new Replicate();
replicate.predictions.get("p");
replicate.models.get("meta", "llama");
replicate.wait({} as any);
