use langchain_rust::chain::LLMChainBuilder;

fn around() {
    let builder = LLMChainBuilder::new().prompt(template());
}
