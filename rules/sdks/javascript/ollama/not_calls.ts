import ollama from "ollama";

ollama.list();
ollama.pull({ model: "llama3.1" });
