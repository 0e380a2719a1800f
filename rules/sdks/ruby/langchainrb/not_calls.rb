prompt = Langchain::Prompt::PromptTemplate.new(template: "Tell me {a}", input_variables: ["a"])
prompt.format(a: "all")
Langchain::Chunker::Text.new("text", chunk_size: 10).chunks
