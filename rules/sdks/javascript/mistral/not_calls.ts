import { Mistral } from "@mistralai/mistralai";

const client = new Mistral({ apiKey: "k" });
client.models.list();
client.files.list();
