import { CohereClient } from "cohere-ai";

const cohere = new CohereClient({});
cohere.models.list();
cohere.tokenize({ text: "hi", model: "command" });
